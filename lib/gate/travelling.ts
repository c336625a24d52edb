import type { Operation } from '@/lib/operations/define'

/** Never part of an address, whatever operation they belong to: secrets, and texts that nobody is asked about. */
const withheld = /password|secret|token|code|document|body|privatekey|assertion|certificate|policyinputlist|^policy$/i

/** The members of a write that name what it is about, or that policies may ask about. */
const naming = /(name|arn|arns|id|path|prefix|serialnumber|boundary|url|suffix|status)$|^(bucket|key|tags|tagkeys)$/i

/** May this member of an input stand in an address? Addresses end up in histories, logs and chats. */
export function mayTravel({ kind }: Pick<Operation, 'kind'>, member: string): boolean {
  return !withheld.test(member) && (kind === 'read' || naming.test(member))
}

/** The part of an input that names what a call was about: enough to ask its questions again, too little to perform it. */
export function travelling(operation: Pick<Operation, 'kind'>, input: unknown): Record<string, unknown> {
  if (typeof input !== 'object' || input === null) return {}
  return Object.fromEntries(Object.entries(input).filter(([member]) => mayTravel(operation, member)))
}
