import type { ReactNode } from 'react'
import { classNames } from './class-names'

/** What buttons and links that look like buttons share. */
export type Look = {
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

/** The classes of a look. */
export function look({ variant = 'normal', size = 'normal', wide, className, children }: Look) {
  return classNames(
    'button',
    variant !== 'normal' && `button-${variant}`,
    size !== 'normal' && `button-${size}`,
    !children && 'button-icon',
    wide && 'button-wide',
    className,
  )
}

/** The name and the tooltip of a button. */
export function naming(label: string | undefined, tip: Look['tip'], children: ReactNode) {
  if (!label) return {}
  return children ? { 'aria-label': label } : { 'aria-label': label, 'data-tip': label, 'data-tip-side': tip }
}
