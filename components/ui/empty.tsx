import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

export type EmptyProps = {
  icon?: LucideIcon
  title: string
  /** One sentence. */
  children?: ReactNode
  /** One normal button. */
  action?: ReactNode
}

/** Nothing here yet, and what to do about it. */
export function Empty({ icon: Icon, title, children, action }: EmptyProps) {
  return (
    <div className="empty">
      {Icon && <Icon size={20} aria-hidden="true" />}
      <p className="empty-title">{title}</p>
      {children && <p>{children}</p>}
      {action && <div className="actions">{action}</div>}
    </div>
  )
}
