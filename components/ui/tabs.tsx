import type { ReactNode } from 'react'
import { Link } from './link'

export type Tab = { id: string; label: ReactNode; count?: number; href: string }

/**
 * Tabs whose choice lives in the address (`?section=groups`), so that a teacher can share it: links in a named
 * navigation, `aria-current` on the one that is open. Only the open tab's content is drawn, by the page.
 */
export function Tabs({ label, tabs, current }: { label: string; tabs: readonly Tab[]; current: string }) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <Link
          key={tab.id}
          href={tab.href}
          scroll={false}
          className="tab"
          aria-current={tab.id === current ? 'page' : undefined}
        >
          {tab.label}
          {tab.count !== undefined && <span className="tab-count">({tab.count})</span>}
        </Link>
      ))}
    </nav>
  )
}
