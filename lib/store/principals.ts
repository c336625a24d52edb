import 'server-only'
import { Prisma } from '@/generated/sqlite/client'
import { iamArn, parseArn } from '@/lib/aws/arn'
import type { Db } from './client'
import { nameKey, type RawRow, toText } from './rows'

/** AWS: a policy names at most a few dozen principals; lists of roles are asked in portions. */
const portion = 100

/**
 * The one look beyond the account: a trust policy may name users and roles of any account of this server, and AWS tells
 * whether they exist. Nothing but IDs and ARNs comes back. Bound to the database, so that it also works in a transaction.
 */
export const principalsOf = (db: Db) => ({
  /** The IDs of users (AIDA), roles (AROA) and role sessions (AROA:session) by ARN; who does not exist is not in it. */
  idsOf: async (arns: readonly string[]): Promise<Map<string, string>> => {
    const places = [...new Set(arns)].flatMap((arn) => placeOf(arn) ?? [])
    const keys = places.map(({ kind, account, name }) => ({ kind, accountId: account, nameKey: nameKey(name) }))
    const entities = await entitiesOf(db, keys)
    const ids = new Map<string, string>()
    for (const { arn, kind, account, name, path, session } of places) {
      const found = entities.find(
        (one) => one.kind === kind && one.accountId === account && one.name === name && one.path === (path ?? one.path),
      )
      if (found) ids.set(arn, session === undefined ? found.id : `${found.id}:${session}`)
    }
    return ids
  },

  /** The ARNs of today by ID, for entries that `idsOf` gave once: users may move since, or be gone and not in it. */
  arnsOf: async (known: readonly (readonly [arn: string, id: string])[]): Promise<Map<string, string>> => {
    const keys = known.flatMap(([arn, id]) => {
      const account = parseArn(arn)?.account
      const kind = id.startsWith('AIDA') ? ('user' as const) : ('role' as const)
      return account === undefined ? [] : [{ kind, accountId: account, id: entityId(id) }]
    })
    const entities = new Map((await entitiesOf(db, keys)).map((entity) => [entity.id, entity]))
    const arns = new Map<string, string>()
    for (const [, id] of known) {
      const found = entities.get(entityId(id))
      if (found) arns.set(id, arnOf(found, id))
    }
    return arns
  },
})

type Kind = 'user' | 'role'
type Entity = { kind: Kind; accountId: string; id: string; name: string; path: string }
type Key = { kind: Kind; accountId: string; id?: string; nameKey?: string }

async function entitiesOf(db: Db, keys: readonly Key[]): Promise<Entity[]> {
  const entities: Entity[] = []
  for (const kind of ['user', 'role'] as const) {
    const wanted = keys.filter((key) => key.kind === kind).map(isEntity)
    const table = kind === 'user' ? Prisma.sql`"User"` : Prisma.sql`"Role"`
    for (let start = 0; start < wanted.length; start += portion) {
      const any = Prisma.join(wanted.slice(start, start + portion), ' OR ')
      const rows = await db.$queryRaw<RawRow[]>`SELECT "accountId", "id", "name", "path" FROM ${table} WHERE ${any}`
      entities.push(...rows.map((row) => readEntity(kind, row)))
    }
  }
  return entities
}

function isEntity({ accountId, id, nameKey }: Key): Prisma.Sql {
  const which = id === undefined ? Prisma.sql`"nameKey" = ${nameKey}` : Prisma.sql`"id" = ${id}`
  return Prisma.sql`("accountId" = ${accountId} AND ${which})`
}

const readEntity = (kind: Kind, row: RawRow): Entity => ({
  kind,
  accountId: toText(row.accountId),
  id: toText(row.id),
  name: toText(row.name),
  path: toText(row.path),
})

const entityId = (id: string) => id.split(':', 1)[0] ?? id

function arnOf({ kind, accountId, name, path }: Entity, id: string): string {
  const session = id.slice(entityId(id).length + 1)
  return session ? `arn:aws:sts::${accountId}:assumed-role/${name}/${session}` : iamArn(accountId, kind, name, path)
}

/** Where the entity behind an ARN is to be found. `session` is the rest of an assumed-role ARN, which has no path. */
type Place = { arn: string; kind: Kind; account: string; name: string; path?: string; session?: string }

function placeOf(arn: string): Place | null {
  const { service, account, resource } = parseArn(arn) ?? {}
  if (account === undefined || resource === undefined) return null
  if (service === 'sts') {
    const [, name, session] = /^assumed-role\/([^/]+)\/(.+)$/.exec(resource) ?? []
    return name && session ? { arn, kind: 'role', account, name, session } : null
  }
  const [, kind, path, name] = /^(user|role)(\/(?:.*\/)?)([^/]+)$/.exec(resource) ?? []
  return service === 'iam' && kind && name ? { arn, kind: kind as Kind, account, name, path } : null
}
