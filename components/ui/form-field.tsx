'use client'

import { CircleAlert } from 'lucide-react'
import { createContext, type ReactNode, useContext, useId } from 'react'
import { classNames } from './class-names'

type Wiring = { id: string; describedBy: string | undefined; invalid: boolean; required: boolean }
const FieldContext = createContext<Wiring | null>(null)

/** What an input inside a `Field` puts on itself; the ID is the field's, else the label would lose it. */
export function useField(own: { id?: string; 'aria-describedby'?: string; 'aria-invalid'?: unknown }) {
  const field = useContext(FieldContext)
  return {
    id: field?.id ?? own.id,
    'aria-describedby': own['aria-describedby'] ?? field?.describedBy,
    'aria-invalid': own['aria-invalid'] === true || field?.invalid || undefined,
    'aria-required': field?.required || undefined,
  } as const
}

export type FieldProps = {
  label: ReactNode
  /** Says `optional` in italics after the label. */
  optional?: boolean
  required?: boolean
  /** A sentence between label and control. */
  description?: ReactNode
  /** What is allowed; stays below the error. */
  hint?: ReactNode
  error?: ReactNode
  /** An Info link or so, right of the label. */
  info?: ReactNode
  wide?: boolean
  className?: string
  children: ReactNode
}

/** Label, control, error, hint, wired for assistive technology. The control is an Input, Select, Textarea of ours. */
export function Field({
  label,
  optional,
  required,
  description,
  hint,
  error,
  info,
  wide,
  className,
  children,
}: FieldProps) {
  const id = useId()
  const parts = [error && `${id}e`, hint && `${id}h`, description && `${id}d`].filter(Boolean)
  const wiring = { id, describedBy: parts.join(' ') || undefined, invalid: Boolean(error), required: Boolean(required) }
  return (
    <div className={classNames('field', wide && 'field-wide', className)}>
      <div className="flex items-baseline gap-2">
        <label htmlFor={id} className="field-label">
          {label}
          {optional && <em className="field-optional"> optional</em>}
        </label>
        {info}
      </div>
      {description && (
        <p id={`${id}d`} className="field-description">
          {description}
        </p>
      )}
      <FieldContext value={wiring}>{children}</FieldContext>
      {error && <FieldError id={`${id}e`}>{error}</FieldError>}
      {hint && (
        <p id={`${id}h`} className="field-hint">
          {hint}
        </p>
      )}
    </div>
  )
}

/** The red line of a field; also for groups of fields that have no single control. */
export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} className="field-error">
      <CircleAlert size={14} aria-hidden="true" />
      <span>{children}</span>
    </p>
  )
}

/** Moves the focus to the first control that is marked wrong; false when none is. */
export function focusFirstInvalid(container: HTMLElement | null): boolean {
  const first = container?.querySelector<HTMLElement>('[aria-invalid="true"]')
  first?.focus()
  return Boolean(first)
}
