import 'server-only'
import { randomUUID } from 'node:crypto'
import type { SignedCaller } from '@/lib/access/caller'
import { actionCatalogue } from '@/lib/aws/catalogue/actions'
import { noSuchEntity } from '@/lib/aws/errors'
import { GrantedServices } from '@/lib/policy/granted-services'
import type { AccountStore } from '@/lib/store/account-store'
import { groupedBy } from '@/lib/store/rows'
import { principalsOf, type Use, usesOf } from './access-principals'
import { type AccessSubject, permissionsOf } from './access-subject'

export type Granularity = 'SERVICE_LEVEL' | 'ACTION_LEVEL'

/** Who asked, about what: kept beside the report. */
type Subject = { arn: string; granularity: Granularity; askedBy: string }

type Access = { at: string; arn: string; region: string }

/** A service that the subject's policies grant; `actions` only at action level. */
export type ServiceReport = {
  namespace: string
  last?: Access
  entities: number
  actions?: { name: string; last?: Access }[]
}

export type LastAccessedReport = Subject & { requestedAt: Date; services: ServiceReport[] }

/** Reports that nobody fetched within a day are forgotten. */
const keptFor = 24 * 3_600_000

/** AWS: it tracks management actions only. Of these services calls can be seen here. */
const trackedServices = new Set(['iam', 'sts', 's3', 'cloudtrail', 'access-analyzer'])

/** Operations whose action has another name. */
const actionsOfOperations: Readonly<Record<string, string>> = { ListBuckets: 'ListAllMyBuckets' }

type Asking = { store: AccountStore; caller: SignedCaller; now: Date }

/** Looks up what the subject may use and what was used of it. */
export async function lastAccessed(
  subject: AccessSubject,
  granularity: Granularity,
  { store, caller, now }: Asking,
): Promise<ServiceReport[]> {
  const catalogue = actionCatalogue()
  const granted = new GrantedServices(await permissionsOf(subject, caller, store), catalogue)
  const isDetailed = granularity === 'ACTION_LEVEL'
  const by = isDetailed ? 'operation' : 'service'
  const uses = await usesOf(store, await principalsOf(store, subject), { now, by })
  const byService = groupedBy(uses, ({ namespace }) => namespace)
  const prefixes = catalogue.services().flatMap(({ prefix }) => (granted.has(prefix) ? prefix : []))
  const drafts = prefixes.map((namespace) => {
    const own = byService.get(namespace) ?? []
    const isTracked = isDetailed && trackedServices.has(namespace)
    return { namespace, own, actions: isTracked ? tracked(namespace, granted, own) : undefined }
  })
  const shown = drafts.flatMap(({ own, actions = [] }) => [own[0], ...actions.map(({ use }) => use)])
  const regions = await store.lastUse.regions([...new Set(shown.flatMap((use) => use?.id ?? []))])
  const access = (use: Use | undefined) =>
    use && { last: { at: use.at.toISOString(), arn: use.principal.arn, region: regions.get(use.id) ?? '' } }
  return drafts.map(({ namespace, own, actions }) => ({
    namespace,
    ...access(own[0]),
    entities: new Set(own.map(({ principal }) => principal.id)).size,
    ...(actions && { actions: actions.map(({ name, use }) => ({ name, ...access(use) })) }),
  }))
}

/** The granted actions that are tracked, with the last call of each. */
function tracked(namespace: string, granted: GrantedServices, own: readonly Use[]) {
  const newest = groupedBy(own, actionOf)
  const names = granted.actions(namespace).filter(isManagement(namespace))
  return names.map((name) => ({ name, use: newest.get(name)?.[0] }))
}

const actionOf = ({ name }: Use) => actionsOfOperations[name] ?? name

/** What works on objects is data, not management. */
const isManagement = (prefix: string) => (name: string) =>
  !actionCatalogue()
    .action(`${prefix}:${name}`)
    ?.resourceTypes.some((type) => prefix === 's3' && type.name === 'object')

export async function keepReport(
  services: readonly ServiceReport[],
  { arn, granularity }: Omit<Subject, 'askedBy'>,
  { store, caller, now }: Asking,
): Promise<string> {
  const id = randomUUID()
  const subject: Subject = { arn, granularity, askedBy: caller.arn }
  await store.reports.deleteOld('last-accessed', new Date(now.getTime() - keptFor))
  await store.reports.put({
    id,
    kind: 'last-accessed',
    requestedAt: now,
    subject: JSON.stringify(subject),
    content: JSON.stringify(services),
  })
  return id
}

/** AWS: only who asked for a report may fetch it (API reference, GetServiceLastAccessedDetails). */
export async function fetchReport(id: string, { store, caller }: Asking): Promise<LastAccessedReport> {
  const report = await store.reports.find('last-accessed', id)
  const subject = report && (JSON.parse(report.subject) as Subject)
  if (!report || subject?.askedBy !== caller.arn) throw noSuchEntity(`The job with id ${id} cannot be found.`)
  return { ...subject, requestedAt: report.requestedAt, services: JSON.parse(report.content) as ServiceReport[] }
}

/** The members that both ways of reading a report begin with. A report is ready as soon as it is asked for. */
export const jobShape = ({ requestedAt }: LastAccessedReport) => ({
  JobStatus: 'COMPLETED' as const,
  JobCreationDate: requestedAt,
  JobCompletionDate: requestedAt,
})
