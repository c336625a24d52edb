import { CircleCheck, CirclePause, CircleX, Info, LockKeyhole, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { Spinner } from './spinner'

export type NoticeKind = 'success' | 'error' | 'warning' | 'info'

export const noticeTone = { success: 'allow', error: 'deny', warning: 'warn', info: 'accent' } as const
export const noticeIcon = { success: CircleCheck, error: CircleX, warning: TriangleAlert, info: Info } as const

export type AlertProps = {
  kind?: NoticeKind
  title?: ReactNode
  /** At most one small button. */
  action?: ReactNode
  /** Set when it appears after an attempt: it is then announced. */
  announce?: boolean
  children?: ReactNode
  className?: string
}

/** A boxed notice in the flow of a page. Refusals have their own box: `DenialBox`. */
export function Alert({ kind = 'info', title, action, announce, children, className }: AlertProps) {
  const Icon = noticeIcon[kind]
  const role = announce ? (kind === 'error' || kind === 'warning' ? 'alert' : 'status') : undefined
  return (
    <div className={classNames('alert', `tone-${noticeTone[kind]}`, className)} role={role}>
      <Icon size={16} aria-hidden="true" />
      <div className="alert-text">
        <span className="sr-only">{spoken[kind]}: </span>
        {title && <strong className="block">{title}</strong>}
        {children}
      </div>
      {action}
    </div>
  )
}

export const spoken = { success: 'Success', error: 'Error', warning: 'Warning', info: 'Note' } as const

export type Tone = 'grey' | 'accent' | 'allow' | 'deny' | 'warn'

/** A small label. A verdict in it needs its icon: pass it before the word. */
export function Badge({ tone = 'grey', icon, children }: { tone?: Tone; icon?: ReactNode; children: ReactNode }) {
  return (
    <span className={`badge tone-${tone}`}>
      {icon}
      {children}
    </span>
  )
}

const statuses = {
  success: { tone: 'allow', Icon: CircleCheck },
  error: { tone: 'deny', Icon: CircleX },
  warning: { tone: 'warn', Icon: TriangleAlert },
  info: { tone: 'accent', Icon: Info },
  stopped: { tone: 'grey', Icon: CirclePause },
  denied: { tone: 'deny', Icon: LockKeyhole },
} as const

export type StatusProps = { kind: keyof typeof statuses | 'loading'; small?: boolean; children: ReactNode }

/** Icon and word: never colour alone. `small` in table cells. */
export function Status({ kind, small, children }: StatusProps) {
  if (kind === 'loading') {
    return (
      <span className="status tone-grey">
        <Spinner /> {children}
      </span>
    )
  }
  const { tone, Icon } = statuses[kind]
  return (
    <span className={`status tone-${tone}`}>
      <Icon size={small ? 14 : 16} aria-hidden="true" /> {children}
    </span>
  )
}

/** An age beyond what is wise: triangle and bold. */
export function OverAge({ children }: { children: ReactNode }) {
  return (
    <span className="over-age">
      <TriangleAlert size={14} aria-label="Old:" />
      {children}
    </span>
  )
}
