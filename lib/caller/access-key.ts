import 'server-only'
import type { SignedCaller } from '@/lib/access/caller'
import { iamArn } from '@/lib/aws/arn'
import { unseal } from '@/lib/secrets/seal'
import { directory, read } from '@/lib/store'
import type { FoundAccessKey } from '@/lib/store/identify'
import { once } from '@/lib/store/slot'

/** A key that may sign, whom it belongs to, and its secret: in memory only, for one request. */
export type SigningKey = { id: string; secret: string; caller: SignedCaller; lastUsedAt: Date | null }

/** The active key of that ID, in whatever account it is; null for all others. */
export async function findSigningKey(id: string): Promise<SigningKey | null> {
  const found = await directory().findAccessKey(id)
  if (found?.key.status !== 'Active') return null
  const caller = callerOf(found)
  return (
    caller && { id, secret: unseal(found.key.secretSealed, 'access-key'), caller, lastUsedAt: found.key.lastUsedAt }
  )
}

function callerOf({ key, account, user }: FoundAccessKey): SignedCaller | null {
  const signed = {
    account: account.id,
    revision: account.revision,
    credential: { kind: 'access-key', id: key.id },
  } as const
  if (key.userId === account.id) return { kind: 'root', arn: iamArn(account.id, 'root', '', ''), ...signed }
  if (!user) return null
  const arn = iamArn(account.id, 'user', user.name, user.path)
  return { kind: 'user', userId: user.id, userName: user.name, arn, ...signed }
}

const minute = 60_000

/** Calls that are noting a use right now; without it the first calls of a busy key would all write. */
const noting = () => once('access keys being noted', () => new Set<string>())

/** Notes that the key was used, at most once a minute. Never rejects: a call does not fail for a note. */
export async function noteKeyUse(key: SigningKey, use: { at: Date; service: string; region: string }): Promise<void> {
  if (key.lastUsedAt && use.at.getTime() - key.lastUsedAt.getTime() < minute) return
  if (noting().has(key.id)) return
  noting().add(key.id)
  try {
    await read(key.caller.account).accessKeys.recordUse(key.id, use)
  } catch (error) {
    console.error('The use of an access key was not noted:', error)
  } finally {
    noting().delete(key.id)
  }
}
