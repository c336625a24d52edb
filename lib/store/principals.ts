import 'server-only'
import { parseArn } from '@/lib/aws/arn'
import type { Db } from './client'
import { nameKey } from './rows'

/** Where the entity behind an ARN is to be found. `session` is the rest of an assumed-role ARN. */
type Place = { arn: string; kind: 'user' | 'role'; account: string; name: string; path?: string; session?: string }

/** AWS: a policy names at most a few dozen principals; lists of roles are asked in portions. */
const portion = 100

/**
 * The one look beyond the account: a trust policy may name users and roles of any account of this server, and AWS tells
 * whether they exist. Nothing but the ID comes back. Bound to the database, so that it also works inside a transaction.
 */
export const principalsOf = (db: Db) => ({
  /** The IDs of users (AIDA), roles (AROA) and role sessions (AROA:session) by ARN; who does not exist is not in it. */
  idsOf: async (arns: readonly string[]): Promise<Map<string, string>> => {
    const places = [...new Set(arns)].flatMap((arn) => placeOf(arn) ?? [])
    const ids = new Map<string, string>()
    for (let start = 0; start < places.length; start += portion) {
      await findAll(db, places.slice(start, start + portion), ids)
    }
    return ids
  },
})

async function findAll(db: Db, places: readonly Place[], ids: Map<string, string>) {
  for (const kind of ['user', 'role'] as const) {
    const wanted = places.filter((place) => place.kind === kind)
    if (wanted.length === 0) continue
    const where = { OR: wanted.map(({ account, name }) => ({ accountId: account, nameKey: nameKey(name) })) }
    const select = { accountId: true, id: true, name: true, path: true } as const
    const rows = kind === 'user' ? await db.user.findMany({ where, select }) : await db.role.findMany({ where, select })
    for (const { arn, account, name, path, session } of wanted) {
      const found = rows.find(
        (row) => row.accountId === account && row.name === name && row.path === (path ?? row.path),
      )
      if (found) ids.set(arn, session === undefined ? found.id : `${found.id}:${session}`)
    }
  }
}

function placeOf(arn: string): Place | null {
  const { service, account, resource } = parseArn(arn) ?? {}
  if (account === undefined || resource === undefined) return null
  if (service === 'sts') {
    const [, name, session] = /^assumed-role\/([^/]+)\/(.+)$/.exec(resource) ?? []
    return name && session ? { arn, kind: 'role', account, name, session } : null
  }
  const [, kind, path, name] = /^(user|role)(\/(?:.*\/)?)([^/]+)$/.exec(resource) ?? []
  return service === 'iam' && kind && name ? { arn, kind: kind as 'user' | 'role', account, name, path } : null
}
