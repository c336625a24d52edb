import 'server-only'
import { deflateRawSync } from 'node:zlib'
import { z } from 'zod'
import type { SessionPolicies } from '@/lib/access/caller'
import { findManagedPolicy } from '@/lib/aws/catalogue/managed-policies'
import { AwsError, malformedPolicyDocument, validationError } from '@/lib/aws/errors'
import { limits } from '@/lib/aws/limits'
import type { Tag } from '@/lib/aws/tag'
import { saveError } from '@/lib/policy'
import type { AccountStore } from '@/lib/store/account-store'
import { arn, text } from '../shapes'

const { SessionPolicySizeQuota: mostCharacters, SessionPolicyArnsQuota: mostArns } = limits

/** The members of every call that begins a session and may limit it. */
export const sessionPolicyMembers = {
  Policy: text({
    min: 1,
    max: mostCharacters,
    pattern: /^[\t\n\r\u0020-\u00FF]+$/,
    text: '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+',
  }).optional(),
  PolicyArns: z
    .array(z.object({ arn: arn.optional() }))
    .max(mostArns, `Member must have length less than or equal to ${mostArns}`)
    .optional(),
}

type Passed = { Policy?: string; PolicyArns?: { arn?: string }[] }

/**
 * The policies that were passed for a session in this account. Throws where the document is no good, or where the account
 * has no such policy.
 */
export async function acceptedSessionPolicies(
  store: AccountStore,
  account: string,
  { Policy, PolicyArns = [] }: Passed,
): Promise<SessionPolicies> {
  const error = Policy === undefined ? null : saveError(Policy, 'session')
  if (error) throw malformedPolicyDocument(error.message)
  const arns = [...new Set(PolicyArns.flatMap((item) => item.arn ?? []))]
  for (const passed of arns) {
    const isKnown = findManagedPolicy(passed) !== null || (await store.abroad.hasPolicy(account, passed))
    if (!isKnown) throw validationError(`Policy ${passed} does not exist or is not attachable.`)
  }
  return { inline: Policy ?? null, arns }
}

// AWS does not publish its number; with this one the token fits into any client's headers.
const packedBytes = 4096

/**
 * What policies and tags take of a token's space, in percent; undefined where there are none. Tags that are handed down
 * count: a chain of roles cannot grow without end.
 */
export function packedPolicySize({ inline, arns }: SessionPolicies, tags: readonly Tag[]): number | undefined {
  if (inline === null && arns.length === 0 && tags.length === 0) return undefined
  const packed = deflateRawSync(JSON.stringify([inline, arns, tags.map(({ Key, Value }) => [Key, Value])])).length
  const percent = Math.ceil((packed * 100) / packedBytes)
  if (percent <= 100) return percent
  const message = `Packed policy consumes ${percent}% of allotted space, please use smaller policy.`
  throw new AwsError('PackedPolicyTooLarge', 400, message)
}
