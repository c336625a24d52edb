import 'server-only'
import { iamArn } from '@/lib/aws/arn'
import { passwordMatches } from '@/lib/secrets/password-hash'
import { bufferEvent, directory, read } from '@/lib/store'
import type { MfaDevice } from '@/lib/store/mfa-devices'
import { accountName } from './account-name'
import { newTicket } from './mfa-ticket'
import { fingerprint, isLockedOut, type KnownSubject, openSession, ownerId } from './open-session'
import type { RequestFacts } from './request-facts'
import { checkMfa, consoleLogin, type Subject } from './sign-in-event'
import { attempt } from './throttle'

export type Credentials =
  | { kind: 'root'; email: string; password: string }
  | { kind: 'user'; account: string; userName: string; password: string }

/**
 * `refused` has one meaning for whatever was wrong; `expired` and `code` follow a right password only. `code` is no session:
 * the ticket and a code of one of the devices make one.
 */
export type SignInResult =
  | { kind: 'session'; sessionId: string }
  | { kind: 'code'; ticket: string; devices: { serial: string; name: string }[] }
  | { kind: 'refused' }
  | { kind: 'wait'; waitSeconds: number }
  | { kind: 'expired' }

/** Checks a password and opens a session, or asks for a code where the user has an MFA device. */
export async function signIn(credentials: Credentials, facts: RequestFacts): Promise<SignInResult> {
  const account = credentials.kind === 'user' ? await findAccount(credentials) : null
  const turn = await attempt(facts.sourceIp, throttleSubject(credentials, account))
  if (!turn.allowed) return { kind: 'wait', waitSeconds: turn.waitSeconds }

  const candidate = await (credentials.kind === 'root' ? findRoot(credentials) : findUser(credentials, account))
  // INVARIANT: a name that does not exist costs the same time as a wrong password.
  if (!(await passwordMatches(credentials.password, candidate?.passwordHash ?? null))) return refuse(candidate, facts)
  const known = candidate as Known
  const subject = known.subject as KnownSubject
  if (await isLockedOut(subject, facts)) return refuse(candidate, facts, { kind: 'expired' })

  const devices = await read(subject.account).mfaDevices.ofUser(ownerId(subject))
  if (devices.length > 0) {
    await turn.succeeded()
    bufferEvent(subject.account, checkMfa(subject, facts))
    return { kind: 'code', ticket: newTicket(subject, known.passwordHash, facts.now), devices: devices.map(nameOf) }
  }
  const sessionId = await openSession(subject, { password: fingerprint(known.passwordHash) }, facts)
  if (sessionId === null) return refuse(candidate, facts)
  await turn.succeeded()
  return { kind: 'session', sessionId }
}

const nameOf = ({ serial, name }: MfaDevice) => ({ serial, name })

/** An account that exists; without a hash there is no such user, or one without a password. */
type Candidate = { subject: Subject; passwordHash: string | null }
type Known = { subject: Subject; passwordHash: string }

const nowhere = '000000000000'

// INVARIANT: throttle and look-up read a name alike, or a blank more would give the same user ten more attempts.
const typed = (name: string) => name.replaceAll('\0', '').trim()

type UserCredentials = Extract<Credentials, { kind: 'user' }>
type Account = { id: string } | null

// INVARIANT: an account's ID and its alias are one name here, or its users could be tried twice as often.
const throttleSubject = (credentials: Credentials, account: Account) =>
  credentials.kind === 'root'
    ? `root ${typed(credentials.email)}`
    : `user ${account?.id ?? accountName(credentials.account) ?? nowhere} ${typed(credentials.userName)}`

const findAccount = (credentials: UserCredentials): Promise<Account> =>
  directory().findAccountByIdOrAlias(accountName(credentials.account) ?? nowhere)

async function findRoot({ email }: { email: string }): Promise<Candidate | null> {
  const account = await directory().findAccountByEmail(typed(email))
  return account && { subject: { kind: 'root', account: account.id }, passwordHash: account.rootPasswordHash }
}

async function findUser(credentials: UserCredentials, account: Account): Promise<Candidate | null> {
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
