import 'server-only'
import type { SignedCaller } from '@/lib/access/caller'
import { iamArn } from '@/lib/aws/arn'
import { unseal } from '@/lib/secrets/seal'
import { directory } from '@/lib/store'
import type { FoundAccessKey } from '@/lib/store/identify'
import { once } from '@/lib/store/slot'
import type { SigningKey } from './signing-key'

/** The active key of that ID, in whatever account it is; null for all others. */
export async function findActiveKey(id: string, arrivedAt?: number): Promise<SigningKey | null> {
  const found = await directory().findAccessKey(id, arrivedAt)
  if (found?.key.status !== 'Active') return null
  const caller = callerOf(found)
  return caller && { id, secret: secretOf(found.key.secretSealed), caller, lastUsedAt: found.key.lastUsedAt }
}

const mostOpened = 1_000

/** Opening a secret costs as much as all the rest of finding its key. INVARIANT: found by what is stored now. */
function secretOf(sealed: string): string {
  const opened = once('opened secrets', () => new Map<string, string>())
  const known = opened.get(sealed)
  if (known !== undefined) return known
  const secret = unseal(sealed, 'access-key')
  if (opened.size >= mostOpened) opened.delete(opened.keys().next().value as string)
  opened.set(sealed, secret)
  return secret
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
