import 'server-only'
import type { AccountStore } from '@/lib/store/account-store'
import type { LastUse, LastUseQuery, Principal } from '@/lib/store/last-use'
import type { AccessSubject } from './access-subject'
import { roleArn } from './role'
import { userArn } from './user'

export type AccessPrincipal = Principal & { type: 'user' | 'role'; arn: string }

/** AWS: events older than this count for nothing ("Service last accessed reporting period"). */
const trackingPeriod = 400 * 24 * 3_600_000

/** Who could have used the subject's permissions, by name: itself, a group's members, or all that a policy is attached to. */
export async function principalsOf(store: AccountStore, subject: AccessSubject): Promise<AccessPrincipal[]> {
  const principals = new Map<string, AccessPrincipal>()
  for await (const principal of eachPrincipal(store, subject)) principals.set(principal.id, principal)
  return [...principals.values()].toSorted((one, other) => (one.name < other.name ? -1 : 1))
}

async function* eachPrincipal(store: AccountStore, subject: AccessSubject): AsyncGenerator<AccessPrincipal> {
  if (subject.type === 'group') yield* members(store, subject.id)
  if (subject.type === 'policy') yield* attachedTo(store, subject.arn)
  if (subject.type !== 'user' && subject.type !== 'role') return
  yield* ofType(store, subject.type, [subject.id])
}

/** A portion of what is read to its end: as many as a statement can name. */
const limit = 500

async function* members(store: AccountStore, groupId: string) {
  for (let after: string | null | undefined; after !== null; ) {
    const page = await store.groups.members(groupId, { after, limit })
    for (const user of page.rows) yield principal(store, 'user', user)
    after = page.next
  }
}

async function* attachedTo(store: AccountStore, arn: string) {
  const entities: { type: string; id: string }[] = []
  for (let after: string | null | undefined; after !== null; ) {
    const page = await store.attachments.entitiesFor(arn, { usedAs: 'permissions', after, limit })
    entities.push(...page.rows)
    after = page.next
  }
  const idsOf = (type: string) => entities.filter((entity) => entity.type === type).map(({ id }) => id)
  yield* ofType(store, 'user', idsOf('user'))
  yield* ofType(store, 'role', idsOf('role'))
  for (const groupId of idsOf('group')) yield* members(store, groupId)
}

async function* ofType(store: AccountStore, type: 'user' | 'role', ids: string[]) {
  for (let start = 0; start < ids.length; start += limit) {
    const found = await store.lastUse.principals(type, ids.slice(start, start + limit))
    for (const one of found) yield principal(store, type, one)
  }
}

function principal(store: AccountStore, type: 'user' | 'role', one: Principal): AccessPrincipal {
  const { id, name, path, createdAt } = one
  return {
    type,
    id,
    name,
    path,
    createdAt,
    arn: (type === 'user' ? userArn : roleArn)(store.accountId, { name, path }),
  }
}

export type Use = LastUse & { principal: AccessPrincipal; namespace: string }

/** What these principals called last, newest first. Events of others who had their names before do not count. */
export async function usesOf(
  store: AccountStore,
  principals: readonly AccessPrincipal[],
  { now, by }: { now: Date; by: LastUseQuery['by'] },
): Promise<Use[]> {
  const since = new Date(now.getTime() - trackingPeriod)
  const [only] = principals
  if (!only) return []
  const userArn = principals.length === 1 ? arnsInEvents(store.accountId, only) : undefined
  const known = new Map(
    principals.map((one) => [one.type === 'user' ? one.arn : sessionsOf(store.accountId, one), one]),
  )
  const uses = (await store.lastUse.list({ since, by, userArn })).flatMap((use): Use[] => {
    const found = known.get(use.userArn) ?? known.get(use.userArn.slice(0, use.userArn.lastIndexOf('/') + 1))
    if (!found || use.at < found.createdAt) return []
    return [{ ...use, principal: found, namespace: use.source.replace(/\.amazonaws\.com$/, '') }]
  })
  return uses.toSorted((one, other) => other.at.getTime() - one.at.getTime() || (one.id < other.id ? 1 : -1))
}

const sessionsOf = (account: string, { name }: AccessPrincipal) => `arn:aws:sts::${account}:assumed-role/${name}/`

function arnsInEvents(account: string, principal: AccessPrincipal): LastUseQuery['userArn'] {
  return principal.type === 'user' ? { is: principal.arn } : { startsWith: sessionsOf(account, principal) }
}
