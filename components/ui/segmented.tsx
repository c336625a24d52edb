'use client'

import { useId } from 'react'
import { Link } from './link'

type Option = { value: string; label: string }

type Props = { label: string; value: string } & (
  | { options: readonly (Option & { href: string })[]; onChange?: undefined }
  | { options: readonly Option[]; onChange: (value: string) => void }
)

/** Two or three views of one thing: `Summary | JSON`. With addresses the choice is a link, else a set of radio buttons. */
export function Segmented(props: Props) {
  const { label, value } = props
  const name = useId()
  if (!props.onChange) {
    return (
      <nav className="segmented" aria-label={label}>
        {props.options.map((option) => (
          <Link
            key={option.value}
            href={option.href}
            scroll={false}
            aria-current={option.value === value ? 'true' : undefined}
          >
            {option.label}
          </Link>
        ))}
      </nav>
    )
  }
  return (
    <fieldset className="segmented" aria-label={label}>
      {props.options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => props.onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  )
}
