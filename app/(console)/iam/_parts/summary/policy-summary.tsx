import { Alert } from '@/components/ui/notice'
import { actionCatalogue } from '@/lib/aws/catalogue/actions'
import { summarize, summarizeAction, summarizeService } from '@/lib/policy/summary'
import { ActionsLevel } from './actions-level'
import { withoutSummary } from './cells'
import { ResourcesLevel } from './resources-level'
import { ServicesLevel } from './services-level'
import type { SummaryAddress } from './summary-address'

/** A document in three levels; the address says which one is open. */
export function PolicySummary({ text, address, account }: { text: string; address: SummaryAddress; account: string }) {
  const catalogue = actionCatalogue()
  const { effect, service: prefix, action, remaining } = address
  const summary = summarize(text, catalogue)
  if (typeof summary === 'string') return <Alert>{withoutSummary[summary]}</Alert>
  const service = prefix === undefined ? null : summarizeService(text, effect, prefix, catalogue)
  if (!service) return <ServicesLevel summary={summary} remaining={remaining} />
  const name = service.actions.find((row) => row.name === action)?.name
  if (!name) return <ActionsLevel service={service} effect={effect} remaining={remaining} />
  const rows = summarizeAction(text, effect, `${service.prefix}:${name}`)
  return <ResourcesLevel service={service} action={name} effect={effect} rows={rows} account={account} />
}
