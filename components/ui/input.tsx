'use client'

import { ChevronDown, Eye, EyeOff, Search, X } from 'lucide-react'
import { type ComponentProps, type ReactNode, type Ref, useState } from 'react'
import { classNames } from './class-names'
import { useField } from './form-field'

type InputProps = ComponentProps<'input'> & { large?: boolean }

/** A text input; inside a `Field` it needs no wiring. */
export function Input({ large, className, ...props }: InputProps) {
  return <input {...props} {...useField(props)} className={classNames('input', large && 'input-large', className)} />
}

/** A password input with `Show` inside. */
export function PasswordInput({ large, className, ...props }: Omit<InputProps, 'type'>) {
  const [shown, show] = useState(false)
  const Icon = shown ? EyeOff : Eye
  return (
    <div className={classNames('input-group', large && 'input-group-large', className)}>
      <input {...props} {...useField(props)} type={shown ? 'text' : 'password'} className="input" spellCheck={false} />
      <button type="button" className="input-inside" aria-pressed={shown} onClick={() => show(!shown)}>
        <Icon size={14} aria-hidden="true" />
        {shown ? 'Hide' : 'Show'}
        <span className="sr-only"> password</span>
      </button>
    </div>
  )
}

export type SearchInputProps = {
  label: string
  value: string
  onChange: (value: string) => void
  placeholder?: string
  className?: string
  ref?: Ref<HTMLInputElement>
}

/** A search box with a lens and a button that empties it. */
export function SearchInput({ label, value, onChange, placeholder = label, className, ref }: SearchInputProps) {
  return (
    <div className={classNames('input-group', className)}>
      <Search size={16} aria-hidden="true" />
      <input
        ref={ref}
        type="search"
        className="input"
        aria-label={label}
        placeholder={placeholder}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {value && (
        <button
          type="button"
          className="input-inside input-clear"
          aria-label="Clear search"
          onClick={() => onChange('')}
        >
          <X size={14} aria-hidden="true" />
        </button>
      )}
    </div>
  )
}

/** Several lines of text; `code` sets them in mono. */
export function Textarea({ code, className, ...props }: ComponentProps<'textarea'> & { code?: boolean }) {
  return <textarea {...props} {...useField(props)} className={classNames('input', code && 'input-code', className)} />
}

export type SelectOption = { value: string; label: string; disabled?: boolean }

type SelectProps = Omit<ComponentProps<'select'>, 'children'> & {
  options: readonly SelectOption[]
  /** A filter's name, drawn inside before the value: `Type All types`. It is the label, too. */
  prefix?: ReactNode
}

/** A native select in our dress: the browser's keyboard and touch behaviour, our menu where it can be styled. */
export function Select({ options, prefix, className, ...props }: SelectProps) {
  const select = (
    <select {...props} {...useField(props)}>
      {options.map((option) => (
        <option key={option.value} value={option.value} disabled={option.disabled}>
          {option.label}
        </option>
      ))}
    </select>
  )
  const chevron = <ChevronDown size={14} aria-hidden="true" />
  if (!prefix) {
    return (
      <span className={classNames('select', className)}>
        {select}
        {chevron}
      </span>
    )
  }
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the select stands inside it.
    <label className={classNames('select', className)}>
      <span>{prefix}</span>
      {select}
      {chevron}
    </label>
  )
}
