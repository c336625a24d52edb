import { ChevronRight } from 'lucide-react'
import { Link } from '@/components/ui/link'

export type Crumb = { label: string; href?: string }

/** Where this page stands. Every level but the last is a link. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label="Breadcrumbs" className="crumbs">
      <ol>
        {crumbs.map((crumb, index) => {
          const last = index === crumbs.length - 1
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: two levels may bear the same name; their places differ.
            <li key={`${index} ${crumb.label}`}>
              {index > 0 && <ChevronRight size={12} aria-hidden="true" />}
              {index === crumbs.length - 2 && (
                <span className="crumbs-gap">
                  …
                  <ChevronRight size={12} aria-hidden="true" />
                </span>
              )}
              {last || !crumb.href ? (
                <span aria-current={last ? 'page' : undefined}>{crumb.label}</span>
              ) : (
                <Link href={crumb.href}>{crumb.label}</Link>
              )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
