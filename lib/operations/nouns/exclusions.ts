import 'server-only'
import { invalidInput } from '@/lib/aws/errors'
import { combine, type Entry, type Policies } from '@/lib/policy'
import { glob, matchGlob } from '@/lib/policy/match/glob'
import type { PolicyIdentifier } from '../iam/shapes/simulation-members'
import type { PolicySource } from './policy-source'

/** The policies without those that a simulation is to leave out. */
export function without(
  { identity, boundary, ...rest }: Policies,
  identifiers: readonly PolicyIdentifier[] = [],
  owner: PolicySource,
): Policies {
  if (identifiers.length === 0) return { ...rest, identity, boundary }
  for (const identifier of identifiers) demandOne(identifier)
  const kept = identity.entries.filter((entry) => !identifiers.some((one) => isMeant(entry, one, owner)))
  const isUnbound = identifiers.some(({ PolicyType }) => PolicyType === 'permission-boundary')
  return { ...rest, identity: combine(kept), ...(boundary && !isUnbound && { boundary }) }
}

// AWS: exactly one member, and at most one `*` in a name (API reference, PolicyIdentifier).
function demandOne({ PolicyType, PolicyArn, InlinePolicyIdentifier }: PolicyIdentifier) {
  const given = [PolicyType, PolicyArn, InlinePolicyIdentifier].filter((member) => member !== undefined)
  if (given.length !== 1) throw invalidInput('Each policy identifier must have exactly one member.')
  const pattern = PolicyArn?.slice(PolicyArn.indexOf(':policy/') + 1) ?? InlinePolicyIdentifier?.AttachmentName ?? ''
  const isMisplaced = PolicyArn !== undefined && !/^arn:[a-z-]+:iam::(aws|\d{12}):policy\//.test(PolicyArn)
  if (isMisplaced || pattern.split('*').length > 2) {
    throw invalidInput(`Invalid policy identifier: ${PolicyArn ?? InlinePolicyIdentifier?.AttachmentName}`)
  }
}

function isMeant({ source }: Entry, identifier: PolicyIdentifier, owner: PolicySource): boolean {
  const { PolicyType, PolicyArn, InlinePolicyIdentifier: inline } = identifier
  if (PolicyType !== undefined) return PolicyType === typeOf(source.arn)
  if (PolicyArn !== undefined) return source.arn !== undefined && matchGlob(glob(PolicyArn), source.arn)
  if (source.arn !== undefined || !inline) return false
  const { type, name } = source.via ?? owner
  return (
    inline.PolicyName === source.id && inline.AttachmentType === type && matchGlob(glob(inline.AttachmentName), name)
  )
}

function typeOf(arn: string | undefined) {
  if (arn === undefined) return 'inline'
  return arn.includes(':iam::aws:') ? 'aws-managed' : 'user-managed'
}
