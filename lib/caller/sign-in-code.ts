import 'server-only'
import { iamArn } from '@/lib/aws/arn'
import { bufferEvent, read } from '@/lib/store'
import { readTicket, spendTicket, type Ticket } from './mfa-ticket'
import { isLockedOut, type KnownSubject, openSession } from './open-session'
import type { RequestFacts } from './request-facts'
import type { SignInResult } from './sign-in'
import { consoleLogin } from './sign-in-event'
import { attempt } from './throttle'

/** `over`: there is no such ticket any more, so one begins with the password again. */
export type CodeResult = Extract<SignInResult, { kind: 'session' | 'refused' | 'wait' | 'expired' }> | { kind: 'over' }

/** The second step of a sign-in: a code of one of the user's devices (the first, if none is named), and the ticket of the first step. */
export async function signInWithCode(
  given: { ticket: string; serial?: string; code: string },
  facts: RequestFacts,
): Promise<CodeResult> {
  const ticket = readTicket(given.ticket, facts.now)
  if (!ticket) return { kind: 'over' }
  // By whom it is for and not by the ticket: who knows the password could have any number of tickets.
  const turn = await attempt(facts.sourceIp, `code ${ticket.account} ${ticket.owner}`)
  if (!turn.allowed) return { kind: 'wait', waitSeconds: turn.waitSeconds }
  const subject = await subjectOf(ticket)
  const devices = await read(ticket.account).mfaDevices.ofUser(ticket.owner)
  const device = devices.find(({ serial }) => serial === given.serial) ?? devices[0]
  if (!subject || !device) return { kind: 'over' }
  if (await isLockedOut(subject, facts)) return { kind: 'expired' }

  const proof = { password: ticket.password, mfa: { serial: device.serial, code: digitsOf(given.code) } }
  const sessionId = await spendTicket(ticket, facts.now, () => openSession(subject, proof, facts))
  if (sessionId === null) {
    bufferEvent(subject.account, consoleLogin(subject, facts, 'Failure', device.serial))
    return { kind: 'refused' }
  }
  await turn.succeeded()
  return { kind: 'session', sessionId }
}

// Apps show codes as "123 456".
const digitsOf = (code: string) => code.replace(/\s/g, '')

async function subjectOf({ account, owner }: Ticket): Promise<KnownSubject | null> {
  if (owner === account) return { kind: 'root', account }
  const user = await read(account).users.findById(owner)
  if (!user) return null
  const { id: userId, name: userName, path } = user
  return { kind: 'user', account, userId, userName, arn: iamArn(account, 'user', userName, path) }
}
