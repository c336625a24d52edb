import 'server-only'
import type { SignedCaller } from '@/lib/access/caller'
import { iamArn } from '@/lib/aws/arn'
import { unseal } from '@/lib/secrets/seal'
import { directory } from '@/lib/store'
import type { FoundAccessKey } from '@/lib/store/identify'
import type { SigningKey } from './signing-key'

/** The active key of that ID, in whatever account it is; null for all others. */
export async function findActiveKey(id: string): Promise<SigningKey | null> {
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
