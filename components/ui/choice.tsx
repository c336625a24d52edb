'use client'

import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names'

type BoxProps = Omit<ComponentProps<'input'>, 'type'> & {
  /** Words beside the box. Without them give `aria-label`, and the box gets a hit area of 24 px. */
  label?: ReactNode
  hint?: ReactNode
}

/** A checkbox; `mixed` draws the dash of "some". */
export function Checkbox({ mixed = false, ...props }: BoxProps & { mixed?: boolean }) {
  const setMixed = (box: HTMLInputElement | null) => {
    if (box) box.indeterminate = mixed
  }
  return <Choice {...props} type="checkbox" ref={setMixed} />
}

/** One radio button; put several with the same `name` into a `RadioGroup`. */
export function Radio(props: BoxProps) {
  return <Choice {...props} type="radio" />
}

function Choice({ label, hint, className, type, ...props }: BoxProps & { type: 'checkbox' | 'radio' }) {
  const box = <input {...props} type={type} className={type === 'radio' ? 'dot' : 'check'} />
  // biome-ignore lint/a11y/noLabelWithoutControl: the box stands inside; its aria-label names it.
  if (!label) return <label className={classNames('hit', className)}>{box}</label>
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the box stands inside it.
    <label className={classNames('choice', className)}>
      {box}
      <span className="choice-text">
        {label}
        {hint && <small>{hint}</small>}
      </span>
    </label>
  )
}

export type RadioGroupProps = {
  legend: ReactNode
  /** Keeps the legend for the ears alone. */
  hideLegend?: boolean
  inline?: boolean
  children: ReactNode
  className?: string
}

/** A fieldset around radio buttons or checkboxes. */
export function RadioGroup({ legend, hideLegend, inline, children, className }: RadioGroupProps) {
  return (
    <fieldset className={classNames('border-0', className)}>
      <legend className={hideLegend ? 'sr-only' : 'field-label'}>{legend}</legend>
      <div className={inline ? 'flex flex-wrap gap-x-5 gap-y-1' : 'flex flex-col items-start gap-1'}>{children}</div>
    </fieldset>
  )
}

export type Tile = { value: string; title: ReactNode; text?: ReactNode; disabled?: boolean }
export type TilesProps = {
  legend: string
  name: string
  value: string
  onChange: (value: string) => void
  tiles: readonly Tile[]
  columns?: 1 | 2 | 3
}

/** Big radio cards. Arrow keys move, as in every radio group. */
export function Tiles({ legend, name, value, onChange, tiles, columns = 3 }: TilesProps) {
  return (
    <fieldset className="tiles" style={{ '--columns': columns } as React.CSSProperties}>
      <legend className="sr-only">{legend}</legend>
      {tiles.map((tile) => (
        <label key={tile.value} className="tile">
          <input
            type="radio"
            className="dot"
            name={name}
            value={tile.value}
            checked={tile.value === value}
            disabled={tile.disabled}
            onChange={() => onChange(tile.value)}
          />
          <span>
            <span className="tile-title">{tile.title}</span>
            {tile.text && <span className="tile-text">{tile.text}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
