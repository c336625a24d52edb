import 'server-only'
import type { SignedCaller } from '@/lib/access/caller'
import { read } from '@/lib/store'
import { once } from '@/lib/store/slot'
import { findActiveKey } from './access-key'
import type { RequestFacts } from './request-facts'
import { findTokenCaller, readSessionToken } from './session-token'

/** A key that may sign, whom it belongs to, and its secret, which is nowhere but in memory. */
export type SigningKey = { id: string; secret: string; caller: SignedCaller; lastUsedAt: Date | null }

/**
 * The key of that ID, in whatever account it is, if it may sign now: an active access key without a session token, or
 * temporary credentials with theirs.
 */
export async function findSigningKey(
  id: string,
  token: string | undefined,
  { now, arrivedAt }: Pick<RequestFacts, 'now' | 'arrivedAt'>,
): Promise<SigningKey | 'expired' | 'wrong-token' | null> {
  if (token === undefined) return findActiveKey(id, arrivedAt)
  const content = readSessionToken(token)
  if (content?.id !== id) return 'wrong-token'
  if (content.expiresAt <= now.getTime()) return 'expired'
  const found = await findTokenCaller(content)
  return found ? { id, secret: content.secret, caller: found.caller, lastUsedAt: found.roleLastUsedAt } : 'wrong-token'
}

const minute = 60_000

/**
 * When, by `performance.now()`, somebody's use was noted last: without it the first calls of a busy key would all write, and
 * those that came before it know of no note.
 */
const noted = () => once('uses noted', () => new Map<string, number>())
const mostNoted = 1_000

export type Use = { at: Date; service: string; region: string }

/**
 * Notes that the access key, or the role behind a session, was used, at most once a minute. Never rejects: a call does not
 * fail for a note.
 */
export async function noteUse(key: SigningKey, use: Use, arrivedAt = performance.now()): Promise<void> {
  if (key.lastUsedAt && use.at.getTime() - key.lastUsedAt.getTime() < minute) return
  const { caller } = key
  const what = caller.kind === 'role' ? caller.roleId : key.id
  const when = noted()
  if (arrivedAt <= (when.get(what) ?? 0)) return
  if (when.size >= mostNoted) when.delete(when.keys().next().value as string)
  when.set(what, Number.POSITIVE_INFINITY)
  try {
    await note(key, use)
  } catch (error) {
    console.error('The use of a key or role was not noted:', error)
  } finally {
    when.set(what, performance.now())
  }
}

async function note({ caller, id }: SigningKey, use: Use) {
  const store = read(caller.account)
  if (caller.kind === 'role') return store.roles.recordUse(caller.roleId, use)
  if (caller.credential.kind === 'access-key') return store.accessKeys.recordUse(id, use)
}
