import 'server-only'
import { databaseVersion } from './client'
import { once } from './slot'

type Known = { version: string | null; lookedAt: number; byId: Map<string, unknown> }

/** What many calls in a row ask for; all of it is forgotten with the next commit. */
const most = 1_000

/**
 * Gives what was found under that ID before, as long as nothing in the database has changed since. Callers share what is
 * found. `arrivedAt`: a call sees all that was committed before it arrived, so calls that came together look once.
 */
export async function whileUnchanged<T>(
  kind: string,
  id: string,
  find: () => Promise<T>,
  arrivedAt = Number.POSITIVE_INFINITY,
): Promise<T> {
  const known = once<Known>(`found: ${kind}`, () => ({ version: null, lookedAt: 0, byId: new Map() }))
  if (known.lookedAt <= arrivedAt) look(known)
  if (known.version === null) return find()
  const { byId } = known
  if (byId.has(id)) return byId.get(id) as T
  const found = await find()
  if (byId.size < most) byId.set(id, found)
  return found
}

/** INVARIANT: rows are read after the version that they are kept under, so that a commit in between is noticed. */
function look(known: Known) {
  const lookedAt = performance.now()
  const version = databaseVersion()
  if (version !== known.version) known.byId = new Map()
  Object.assign(known, { version, lookedAt })
}
