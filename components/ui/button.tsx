import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import { classNames } from './class-names'
import { Link } from './link'
import { Spinner } from './spinner'

type Look = {
  /** `primary` once per region; `plain` for Cancel; `danger` only as the last button of a typed deletion. */
  variant?: 'primary' | 'normal' | 'plain' | 'danger'
  /** `large` is the sign-in page's. */
  size?: 'normal' | 'small' | 'large'
  /** An icon before the label. With no children the button is square and needs `label`. */
  icon?: ReactNode
  /** Name and tooltip of an icon button; else overrides the spoken name. */
  label?: string
  /** Where the tooltip may spread; `left` for buttons at the right edge. */
  tip?: 'left' | 'right'
  wide?: boolean
  className?: string
  children?: ReactNode
}

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

export type ButtonLinkProps = Look & { href: string; target?: string; rel?: string; download?: boolean | string }

/** A link that looks like a button: for going somewhere (`Create user`), where `Button` is for doing. */
export function ButtonLink(props: ButtonLinkProps) {
  const { variant, size, icon, label, tip, wide, className, children, download, ...rest } = props
  const shared = { ...rest, ...naming(label, tip, children), className: look(props) }
  // A download or another origin is no page of ours: the router must not fetch it.
  if (download !== undefined || /^(https?|mailto|data|blob):/.test(props.href)) {
    return (
      <a {...shared} download={download}>
        {icon}
        {children}
      </a>
    )
  }
  return (
    <Link {...shared}>
      {icon}
      {children}
    </Link>
  )
}

function look({ variant = 'normal', size = 'normal', wide, className, children }: Look) {
  return classNames(
    'button',
    variant !== 'normal' && `button-${variant}`,
    size !== 'normal' && `button-${size}`,
    !children && 'button-icon',
    wide && 'button-wide',
    className,
  )
}

function naming(label: string | undefined, tip: Look['tip'], children: ReactNode) {
  if (!label) return {}
  return children ? { 'aria-label': label } : { 'aria-label': label, 'data-tip': label, 'data-tip-side': tip }
}
