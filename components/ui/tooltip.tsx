import type { ReactNode } from 'react'

/** Words that appear over something that is focusable by itself. They must repeat what is also said elsewhere. */
export function Tooltip({ text, side, children }: { text: string; side?: 'left' | 'right'; children: ReactNode }) {
  return (
    <span data-tip={text} data-tip-side={side} className="tooltip">
      {children}
    </span>
  )
}
