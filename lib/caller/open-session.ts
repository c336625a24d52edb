import 'server-only'
import { createHash } from 'node:crypto'
import { daysUntilPasswordExpires } from '@/lib/aws/password-rules'
import { read, writeData } from '@/lib/store'
import type { AccountStore } from '@/lib/store/account-store'
import { verifyMfaCode } from '@/lib/store/mfa-code'
import type { RequestFacts } from './request-facts'
import { sessionSeconds } from './session-cookie'
import { consoleLogin, type Subject } from './sign-in-event'

export type KnownSubject = Exclude<Subject, { kind: 'nobody' }>

/** Under what root's and users' things are kept. */
export const ownerId = (subject: KnownSubject) => (subject.kind === 'root' ? subject.account : subject.userId)

/** Tells two password hashes apart without being one. */
export const fingerprint = (passwordHash: string) => createHash('sha256').update(passwordHash).digest('base64url')

/** What was proved: the password with this hash's fingerprint, and a code where there is a device. */
export type Proof = { password: string; mfa?: { serial: string; code: string } }

/** The new session's ID, or null where the code is not good or the password was changed while it was being checked. */
export function openSession(subject: KnownSubject, proof: Proof, facts: RequestFacts): Promise<string | null> {
  return writeData(subject.account, async (store) => {
    const { now, sourceIp, userAgent } = facts
    const userId = ownerId(subject)
    const hash = await currentHash(store, subject)
    if (hash === undefined || fingerprint(hash) !== proof.password) return null
    if (!(await isProved(store, userId, proof, now))) return null
    if (subject.kind === 'root') await store.account.recordRootSignIn(now)
    else {
      await store.users.recordSignIn(userId, now)
      if (await isExpired(store, userId, now)) await store.loginProfiles.update(userId, { resetRequired: true })
    }
    await store.events.append([consoleLogin(subject, facts, 'Success', proof.mfa?.serial)])
    return store.sessions.create({
      principalType: subject.kind,
      userId,
      createdAt: now,
      expiresAt: new Date(now.getTime() + sessionSeconds * 1000),
      mfaAt: proof.mfa ? now : null,
      sourceIp,
      userAgent,
    })
  })
}

// INVARIANT: whoever has a device gets no session without a code of it.
async function isProved(store: AccountStore, userId: string, { mfa }: Proof, now: Date): Promise<boolean> {
  if (!mfa) return (await store.mfaDevices.countOf(userId)) === 0
  return verifyMfaCode(store, { serial: mfa.serial, userId }, mfa.code, now)
}

async function currentHash(store: AccountStore, subject: KnownSubject): Promise<string | undefined> {
  if (subject.kind === 'root') return store.account.rootPasswordHash()
  return (await store.loginProfiles.find(subject.userId))?.passwordHash
}

/** AWS: with HardExpiry nobody but an administrator can replace an expired password. */
export async function isLockedOut(subject: KnownSubject, { now }: RequestFacts): Promise<boolean> {
  if (subject.kind !== 'user') return false
  const policy = await read(subject.account).passwordPolicy.find()
  return policy?.hardExpiry === true && (await isExpired(read(subject.account), subject.userId, now))
}

async function isExpired(store: AccountStore, userId: string, now: Date): Promise<boolean> {
  const policy = await store.passwordPolicy.find()
  const profile = await store.loginProfiles.find(userId)
  const days = profile && daysUntilPasswordExpires(profile.changedAt, policy?.maxPasswordAge, now)
  return days !== null && days <= 0
}
