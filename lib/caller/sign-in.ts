import 'server-only'
import { iamArn } from '@/lib/aws/arn'
import { daysUntilPasswordExpires } from '@/lib/aws/password-rules'
import { passwordMatches } from '@/lib/secrets/password-hash'
import { bufferEvent, directory, read, writeData } from '@/lib/store'
import type { AccountStore } from '@/lib/store/account-store'
import { accountName } from './account-name'
import type { RequestFacts } from './request-facts'
import { sessionSeconds } from './session-cookie'
import { consoleLogin, type Subject } from './sign-in-event'
import { attempt } from './throttle'

export type Credentials =
  | { kind: 'root'; email: string; password: string }
  | { kind: 'user'; account: string; userName: string; password: string }

/** `refused` has one meaning for whatever was wrong; `expired` follows a right password only. */
export type SignInResult =
  | { kind: 'session'; sessionId: string }
  | { kind: 'refused' }
  | { kind: 'wait'; waitSeconds: number }
  | { kind: 'expired' }

/** Checks a password and opens a session. */
export async function signIn(credentials: Credentials, facts: RequestFacts): Promise<SignInResult> {
  const turn = await attempt(facts.sourceIp, throttleSubject(credentials))
  if (!turn.allowed) return { kind: 'wait', waitSeconds: turn.waitSeconds }

  const candidate = await (credentials.kind === 'root' ? findRoot(credentials) : findUser(credentials))
  // INVARIANT: a name that does not exist costs the same time as a wrong password.
  if (!(await passwordMatches(credentials.password, candidate?.passwordHash ?? null))) return refuse(candidate, facts)
  const known = candidate as Known
  const subject = known.subject as KnownSubject
  if (await isLockedOut(subject, facts)) return refuse(candidate, facts, { kind: 'expired' })

  const sessionId = await openSession(subject, known.passwordHash, facts)
  if (sessionId === null) return refuse(candidate, facts)
  await turn.succeeded()
  return { kind: 'session', sessionId }
}

type KnownSubject = Exclude<Subject, { kind: 'nobody' }>
/** An account that exists; without a hash there is no such user, or one without a password. */
type Candidate = { subject: Subject; passwordHash: string | null }
type Known = { subject: Subject; passwordHash: string }

const nowhere = '000000000000'

// INVARIANT: throttle and look-up read a name alike, or a blank more would give the same user ten more attempts.
const typed = (name: string) => name.replaceAll('\0', '').trim()

const throttleSubject = (credentials: Credentials) =>
  credentials.kind === 'root'
    ? `root ${typed(credentials.email)}`
    : `user ${accountName(credentials.account) ?? nowhere} ${typed(credentials.userName)}`

async function findRoot({ email }: { email: string }): Promise<Candidate | null> {
  const account = await directory().findAccountByEmail(typed(email))
  return account && { subject: { kind: 'root', account: account.id }, passwordHash: account.rootPasswordHash }
}

async function findUser(credentials: { account: string; userName: string }): Promise<Candidate | null> {
  const name = accountName(credentials.account)
  const account = await directory().findAccountByIdOrAlias(name ?? nowhere)
  // Looked up even in no account, for the sake of equal time.
  const store = read(account?.id ?? nowhere)
  const user = await store.users.find(typed(credentials.userName))
  const profile = await store.loginProfiles.find(user?.id ?? '')
  if (!account) return null
  if (!user) return { subject: { kind: 'nobody', account: account.id }, passwordHash: null }
  const { id: userId, name: userName, path } = user
  const arn = iamArn(account.id, 'user', userName, path)
  const subject: Subject = { kind: 'user', account: account.id, userId, userName, arn }
  return { subject, passwordHash: profile?.passwordHash ?? null }
}

function refuse(candidate: Candidate | null, facts: RequestFacts, result: SignInResult = { kind: 'refused' }) {
  // In the batch and not at once: a write here would tell by its time that the account exists.
  if (candidate) bufferEvent(candidate.subject.account, consoleLogin(candidate.subject, facts, 'Failure'))
  return result
}

/** AWS: with HardExpiry nobody but an administrator can replace an expired password. */
async function isLockedOut(subject: KnownSubject, { now }: RequestFacts): Promise<boolean> {
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

/** The new session's ID, or null where the password was changed or taken away while it was being checked. */
function openSession(subject: KnownSubject, passwordHash: string, facts: RequestFacts): Promise<string | null> {
  return writeData(subject.account, async (store) => {
    const { now, sourceIp, userAgent } = facts
    const userId = subject.kind === 'root' ? subject.account : subject.userId
    if ((await currentHash(store, subject)) !== passwordHash) return null
    if (subject.kind === 'root') await store.account.recordRootSignIn(now)
    else {
      await store.users.recordSignIn(userId, now)
      if (await isExpired(store, userId, now)) await store.loginProfiles.update(userId, { resetRequired: true })
    }
    await store.events.append([consoleLogin(subject, facts, 'Success')])
    return store.sessions.create({
      principalType: subject.kind,
      userId,
      createdAt: now,
      expiresAt: new Date(now.getTime() + sessionSeconds * 1000),
      sourceIp,
      userAgent,
    })
  })
}

async function currentHash(store: AccountStore, subject: KnownSubject): Promise<string | undefined> {
  if (subject.kind === 'root') return store.account.rootPasswordHash()
  return (await store.loginProfiles.find(subject.userId))?.passwordHash
}
