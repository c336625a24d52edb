import 'server-only'
import { iamArn, nameInArn, parseArn } from '@/lib/aws/arn'
import { findManagedPolicy, type ManagedPolicy } from '@/lib/aws/catalogue/managed-policies'
import { entityAlreadyExists, noSuchEntity, policyNotAttachable } from '@/lib/aws/errors'
import type { Tag } from '@/lib/aws/tag'
import type { AccountStore } from '@/lib/store/account-store'
import type { Policy } from '@/lib/store/policies'
import type { Noun } from '../bindings'

/** A managed policy as operations see it: the customer's own from the store or AWS's from the catalogue. */
export type AnyPolicy = { owner: 'customer'; policy: Policy } | { owner: 'aws'; policy: ManagedPolicy }

/** A customer policy with the tags that policies may ask about. */
export type OwnPolicy = Policy & { tags: readonly Tag[] }
type FoundPolicy = { owner: 'customer'; policy: OwnPolicy } | { owner: 'aws'; policy: ManagedPolicy }

/** The policy that the ARN names: null where there is none in this account or AWS's catalogue. */
export async function findPolicy(store: AccountStore, arn: string): Promise<AnyPolicy | null> {
  const managed = findManagedPolicy(arn)
  if (managed) return { owner: 'aws', policy: managed }
  const policy = await store.policies.findByArn(arn)
  return policy && { owner: 'customer', policy }
}

async function findOwnPolicy(store: AccountStore, arn: string): Promise<OwnPolicy | null> {
  const policy = await store.policies.findByArn(arn)
  return policy && { tags: await store.tags.list('policy', policy.id), ...policy }
}

/** Gives back the ARN of a policy that can be attached or set as a boundary; throws AWS's sentence otherwise. */
export async function attachablePolicy(store: AccountStore, arn: string): Promise<string> {
  const found = await findPolicy(store, arn)
  if (!found) throw noSuchEntity(`Policy ${arn} does not exist or is not attachable.`)
  if (found.owner === 'aws' && !found.policy.isAttachable) {
    throw policyNotAttachable('Cannot attach a Service Role Policy to a Customer Role.')
  }
  return arn
}

const noSuchPolicy = (arn: string) => noSuchEntity(`Policy ${arn} was not found.`)

const policyTaken = (name: string) =>
  entityAlreadyExists(`A policy called ${name} already exists. Duplicate names are not allowed.`)

// AWS's own policies belong to every account; other accounts' policies are refused as any other foreign resource.
const targetOf = (arn: string, account: string, tags?: readonly Tag[]) => {
  const owner = parseArn(arn)?.account
  return { arn, display: `policy ${arn}`, account: owner && owner !== 'aws' ? owner : account, tags }
}

/** The managed policy that the input's ARN names, the customer's or AWS's. */
export const policy: Noun<{ PolicyArn: string }, FoundPolicy> = {
  name: 'policy',
  find: async ({ store, input }) => {
    const managed = findManagedPolicy(input.PolicyArn)
    if (managed) return { owner: 'aws', policy: managed }
    const own = await findOwnPolicy(store, input.PolicyArn)
    return own && { owner: 'customer', policy: own }
  },
  target: ({ input, caller, found }) =>
    targetOf(input.PolicyArn, caller.account, found?.owner === 'customer' ? found.policy.tags : undefined),
  missing: ({ input }) => noSuchPolicy(input.PolicyArn),
  taken: ({ input }) => policyTaken(nameInArn(input.PolicyArn)),
}

/** A policy that the customer may change: AWS's own count as missing. */
export const ownPolicy: Noun<{ PolicyArn: string }, OwnPolicy> = {
  name: 'policy',
  find: ({ store, input }) => findOwnPolicy(store, input.PolicyArn),
  target: ({ input, caller, found }) => targetOf(input.PolicyArn, caller.account, found?.tags),
  missing: ({ input }) => noSuchPolicy(input.PolicyArn),
  taken: ({ input }) => policyTaken(nameInArn(input.PolicyArn)),
}

/** A customer policy that is to be made under a name. */
export const newPolicy: Noun<{ PolicyName: string; Path?: string }, Policy> = {
  name: 'policy',
  find: ({ store, input }) => store.policies.find(input.PolicyName),
  target: ({ input, caller }) => {
    const arn = iamArn(caller.account, 'policy', input.PolicyName, input.Path)
    return { arn, display: `policy ${input.PolicyName}`, account: caller.account }
  },
  missing: ({ input }) => noSuchPolicy(input.PolicyName),
  taken: ({ input }) => policyTaken(input.PolicyName),
}
