'use client'

import { ChevronDown, ExternalLink, Search } from 'lucide-react'
import { usePathname } from 'next/navigation'
import { classNames } from '@/components/ui/class-names'
import { Link } from '@/components/ui/link'
import { consoleOf, currentItem, type NavigationItem } from './navigation'

/** The navigation of the console that the address belongs to. */
export function SideNavigation() {
  const pathname = usePathname()
  const shown = consoleOf(pathname)
  const current = currentItem(pathname, shown)
  return (
    <nav id="side-navigation" className="side-nav" aria-labelledby="side-navigation-title">
      <h2 id="side-navigation-title">{shown.title}</h2>
      {shown.search && (
        <search>
          <form action="/iam/search" className="input-group">
            <Search size={16} aria-hidden="true" />
            <input name="q" type="search" className="input" aria-label={shown.search} placeholder={shown.search} />
          </form>
        </search>
      )}
      {shown.sections.map((section) => {
        const items = <Items items={section.items} current={current} level={section.title ? 1 : 0} />
        if (!section.title) return <div key="top">{items}</div>
        return (
          <details key={section.title} className="nav-section" open>
            <summary>
              {section.title}
              <ChevronDown size={14} aria-hidden="true" />
            </summary>
            {items}
          </details>
        )
      })}
    </nav>
  )
}

type ItemsProps = { items: readonly NavigationItem[]; current: string | undefined; level: number }

function Items({ items, current, level }: ItemsProps) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item.href}>
          <Link
            href={item.href}
            className={classNames('nav-item', ['nav-item-top', '', 'nav-item-second'][level])}
            aria-current={item.href === current ? 'page' : undefined}
          >
            {item.label}
            {item.external && <ExternalLink size={13} aria-hidden="true" />}
          </Link>
          {item.children && <Items items={item.children} current={current} level={2} />}
        </li>
      ))}
    </ul>
  )
}
