import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names'

export type ExpandableProps = {
  title: ReactNode
  optional?: boolean
  /** Said at the right end while closed, too: `Not set`. */
  aside?: ReactNode
  open?: boolean
  /** A card of its own, else plain in the flow. */
  card?: boolean
  children: ReactNode
}

/** A section that opens. Native `details`: works before any script does. */
export function Expandable({ title, optional, aside, open, card, children }: ExpandableProps) {
  return (
    <details className={classNames('expandable', card && 'card')} open={open}>
      <summary>
        <ChevronRight size={16} aria-hidden="true" />
        <span>
          {title}
          {optional && <em className="field-optional"> optional</em>}
        </span>
        {aside && <span className="expandable-aside">{aside}</span>}
      </summary>
      <div className="expandable-body">{children}</div>
    </details>
  )
}
