import type { SearchParams } from '@/components/console/table-state'
import type { Effect } from '@/lib/policy/summary'

/** What the address of a policy's page says about its summary. */
export type SummaryAddress = {
  view: 'summary' | 'json'
  /** Of the service that is open. */
  effect: Effect
  service?: string
  /** With its service: `s3:GetObject`. */
  action?: string
  /** Show what the policy does not speak of, too. */
  remaining: boolean
}

const longest = 128

/** Reads it from `searchParams`; anything odd is left out. */
export function readSummaryAddress(params: SearchParams): SummaryAddress {
  const text = (key: string) => {
    const value = params[key]
    return typeof value === 'string' && value !== '' && value.length <= longest ? value : undefined
  }
  const service = text('service')
  return {
    view: params.view === 'json' ? 'json' : 'summary',
    effect: params.effect === 'Deny' ? 'Deny' : 'Allow',
    service,
    action: service && text('action'),
    remaining: params.remaining === 'true',
  }
}

/** The address of another level or view of the same page. */
export function summaryHref(to: Partial<SummaryAddress>): string {
  const params = new URLSearchParams({ section: 'permissions' })
  if (to.view === 'json') params.set('view', 'json')
  if (to.service) params.set('service', to.service)
  if (to.effect === 'Deny') params.set('effect', 'Deny')
  if (to.action) params.set('action', to.action)
  if (to.remaining) params.set('remaining', 'true')
  return `?${params}`
}
