import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Refused } from '@/app/_parts/refused'
import type { Outcome } from '@/app/door'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { Highlight } from '@/components/ui/text'

export type Result = { href: string; name: string; note?: ReactNode }
export type Found = { results: readonly Result[]; matches: number }

type Props = {
  title: string
  icon: LucideIcon
  query: string
  found: Outcome<Found>
  slim?: boolean
  /** The list with the same search. */
  allHref?: string
}

/** What one call found, or its refusal. */
export function ResultsCard({ title, icon: Icon, query, found, slim, allHref }: Props) {
  if (!found.ok) {
    return (
      <Card title={title}>
        <Refused refusal={found.refusal} slim={slim} />
      </Card>
    )
  }
  const { results, matches } = found.value
  return (
    <Card title={title} counter={matches}>
      {results.length === 0 && <p className="nothing">No matches</p>}
      <ul className="flex flex-col">
        {results.map(({ href, name, note }) => (
          <li
            key={href}
            className="flex flex-wrap items-center gap-x-3 border-t border-line-soft py-2 first:border-t-0 first:pt-0 last:pb-0"
          >
            <Icon size={16} aria-hidden="true" className="text-text-3" />
            <Link className="name-link" href={href}>
              <Highlight text={name} query={query} />
            </Link>
            {note && <span className="type-note text-text-2">{note}</span>}
          </li>
        ))}
      </ul>
      {allHref && matches > results.length && (
        <p className="pt-3">
          <Link className="inline-link" href={allHref}>
            Show all {matches.toLocaleString('en')}
          </Link>
        </p>
      )}
    </Card>
  )
}
