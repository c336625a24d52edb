import 'server-only'
import type { SignedCaller } from '@/lib/access/caller'
import type { Target } from '@/lib/access/question'
import type { AwsError } from '@/lib/aws/errors'
import type { AccountStore } from '@/lib/store/account-store'
import type { Binding } from './define'

/**
 * A kind of thing that operations are about: how to find it, what it is called in questions and refusals, and what to say
 * when it is missing or taken. `Key` is the part of an input that names it.
 */
export type Noun<Key, Found> = {
  name: string
  find(subject: { store: AccountStore; input: Key; caller: SignedCaller }): Promise<Found | null>
  /** Its ARN and its name in refusals, known or made from the input where it does not exist. */
  target(subject: { input: Key; caller: SignedCaller; found: Found | null }): Target
  missing(subject: { input: Key; caller: SignedCaller }): AwsError
  taken(subject: { input: Key; caller: SignedCaller }): AwsError
}

/** The operation is about a thing that must exist. */
export function existing<Key, Found>(noun: Noun<Key, Found>): Binding<Key, Found> {
  return {
    async locate(subject) {
      const found = await noun.find(subject)
      return { found, target: noun.target({ found, ...subject }) }
    },
    check: (found, subject) => (found === null ? noun.missing(subject) : null),
  }
}

/** The operation makes a thing whose name must be free. Refusals name it by ARN, unless the noun's own display is wanted. */
export function absent<Key, Found>(
  noun: Noun<Key, Found>,
  { isShownAs = 'arn' as 'arn' | 'display' } = {},
): Binding<Key, null> {
  return {
    async locate(subject) {
      const target = noun.target({ found: null, ...subject })
      const taken = await noun.find(subject)
      return { found: taken as null, target: { ...target, display: target[isShownAs] } }
    },
    check: (found, subject) => (found === null ? null : noun.taken(subject)),
  }
}

/** The operation is about the whole account; actions without a resource type are asked on `*`. */
export function wholeAccount(display = '*'): Binding<unknown, null> {
  return {
    async locate({ caller }) {
      return { found: null, target: { arn: '*', display, account: caller.account } }
    },
    check: () => null,
  }
}

// AWS: refusals of ListServerCertificates name such a string, too, though the authorization reference has no resource there.
/** A list whose question is asked on a path-prefix string, as AWS does for users, groups, roles, devices, certificates. */
export function pathList(
  kind: 'user' | 'group' | 'role' | 'mfa' | 'instance-profile' | 'server-certificate',
): Binding<{ PathPrefix?: string; Marker?: string }, null> {
  return {
    async locate({ caller, input }) {
      const arn = `arn:aws:iam::${caller.account}:${kind}${input.PathPrefix ?? '/'}`
      return { found: null, target: { arn, display: arn, account: caller.account } }
    },
    check: () => null,
  }
}
