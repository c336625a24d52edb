import 'server-only'
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { seal, unseal } from '@/lib/secrets/seal'
import { once } from '@/lib/store/slot'
import { fingerprint, type KnownSubject, ownerId } from './open-session'

/** What lies between a right password and a right code. It is no session: all that it opens is the second step. */
export type Ticket = z.output<typeof shape>

const shape = z.object({
  id: z.string(),
  account: z.string(),
  /** The user's ID; for root the account's. */
  owner: z.string(),
  /** The fingerprint of the password's hash: a changed password makes the ticket worthless. */
  password: z.string(),
  until: z.number(),
})

const purpose = 'mfa-ticket'
const lifetime = 5 * 60_000

export function newTicket(subject: KnownSubject, passwordHash: string, now: Date): string {
  const ticket: Ticket = {
    id: randomBytes(16).toString('base64url'),
    account: subject.account,
    owner: ownerId(subject),
    password: fingerprint(passwordHash),
    until: now.getTime() + lifetime,
  }
  return seal(JSON.stringify(ticket), purpose)
}

/** The ticket that was sealed here; null where it is none, or over, or had its session. */
export function readTicket(sealed: string, now: Date): Ticket | null {
  const ticket = opened(sealed)
  return ticket && ticket.until > now.getTime() && !used().has(ticket.id) ? ticket : null
}

/** Runs the one use of a ticket; it counts where `use` gives something. Null also where another call is using it. */
export async function spendTicket<T>(ticket: Ticket, now: Date, use: () => Promise<T | null>): Promise<T | null> {
  const tickets = used()
  for (const [id, until] of tickets) if (until <= now.getTime()) tickets.delete(id)
  if (tickets.has(ticket.id)) return null
  // INVARIANT: taken before anything is waited for, or one ticket could open two sessions.
  tickets.set(ticket.id, ticket.until)
  let result: T | null = null
  try {
    result = await use()
  } finally {
    if (result === null) tickets.delete(ticket.id)
  }
  return result
}

const used = () => once('MFA tickets that are used', () => new Map<string, number>())

function opened(sealed: string): Ticket | null {
  try {
    return shape.parse(JSON.parse(unseal(sealed, purpose)))
  } catch {
    return null
  }
}
