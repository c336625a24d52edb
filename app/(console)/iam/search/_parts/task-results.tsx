import { CornerDownRight } from 'lucide-react'
import { tasksFor } from '../tasks'
import { ResultsCard } from './results-card'

/** Tasks need no call: whoever may not do one learns it there. */
export function TaskResults({ query }: { query: string }) {
  const results = tasksFor(query).map(({ label, href }) => ({ name: label, href }))
  if (results.length === 0) return null
  return (
    <ResultsCard
      title="Tasks and pages"
      icon={CornerDownRight}
      query={query}
      found={{ ok: true, value: { results: results.slice(0, 6), matches: Math.min(results.length, 6) } }}
    />
  )
}
