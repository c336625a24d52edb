import 'server-only'
import { cache } from 'react'
import { isFederated } from '@/lib/access/caller'
import { daysUntilPasswordExpires } from '@/lib/aws/password-rules'
import { read } from '@/lib/store'
import { currentFacts } from './auth'
import { currentWorld, signedInOrRedirect } from './current-world'

/** Who is signed in, as far as the furniture of a page shows it. */
export type CurrentIdentity = {
  /** `role` stands for every kind of session. */
  kind: 'root' | 'user' | 'role'
  name: string
  arn: string
  accountId: string
  accountAlias?: string
  /** Days left, when the password expires within 15 days. */
  passwordExpiresInDays?: number
}

// AWS: IAM user guide, "Set an account password policy": users are warned from 15 days before.
const warningDays = 15

/** Who is signed in; goes to the sign-in like `currentWorld` when nobody is. */
export const currentIdentity = cache(async (): Promise<CurrentIdentity> => {
  const { caller } = await currentWorld()
  const { account } = await signedInOrRedirect()
  const { arn } = caller
  const identity = { arn, accountId: account.id, accountAlias: account.alias ?? undefined }
  if (caller.kind === 'root') return { ...identity, kind: 'root', name: 'root' }
  if (caller.kind === 'role') return { ...identity, kind: 'role', name: `${caller.roleName} / ${caller.sessionName}` }
  if (caller.kind === 'federated') return { ...identity, kind: 'role', name: caller.name }
  if (isFederated(caller)) throw new Error('No page opens to a token of an identity provider.')
  const days = await daysLeft(account.id, caller.userId)
  return {
    ...identity,
    kind: 'user',
    name: caller.userName,
    passwordExpiresInDays: days <= warningDays ? days : undefined,
  }
})

async function daysLeft(account: string, userId: string): Promise<number> {
  const store = read(account)
  const policy = await store.passwordPolicy.find()
  if (!policy?.maxPasswordAge) return Number.POSITIVE_INFINITY
  const profile = await store.loginProfiles.find(userId)
  const { now } = await currentFacts()
  const days = profile && daysUntilPasswordExpires(profile.changedAt, policy.maxPasswordAge, now)
  return days === null ? Number.POSITIVE_INFINITY : Math.max(0, days)
}
