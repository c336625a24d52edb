import type { ButtonHTMLAttributes, Ref } from 'react'
import { type Look, look, naming } from './button-look'
import { Spinner } from './spinner'

export type ButtonProps = Look &
  Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children' | 'className'> & {
    /** Shows a spinner, says `aria-busy`, swallows further clicks. */
    loading?: boolean
    ref?: Ref<HTMLButtonElement>
  }

/** A button. `type="button"` unless told otherwise. A missing permission never disables one: the door refuses. */
export function Button(props: ButtonProps) {
  const {
    variant,
    size,
    icon,
    label,
    tip,
    wide,
    className,
    children,
    loading,
    onClick,
    type = 'button',
    ...rest
  } = props
  return (
    <button
      {...rest}
      {...naming(label, tip, children)}
      // A busy button does nothing: it neither submits nor calls.
      type={loading ? 'button' : type}
      className={look(props)}
      aria-busy={loading || undefined}
      onClick={loading ? undefined : onClick}
    >
      {loading ? <Spinner /> : icon}
      {children}
    </button>
  )
}
