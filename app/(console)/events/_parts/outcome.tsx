import { Status } from '@/components/ui/notice'
import { type EventFacts, outcomeOf } from '../event-record'

const kinds = { done: 'success', denied: 'denied', failed: 'error' } as const

/** How the call ended: in lists only what did not succeed is worth a mark. */
export function Outcome({ event, all }: { event: EventFacts; all?: boolean }) {
  const { kind, word } = outcomeOf(event)
  if (kind === 'done' && !all) return null
  return (
    <Status kind={kinds[kind]} small={!all}>
      {word}
    </Status>
  )
}
