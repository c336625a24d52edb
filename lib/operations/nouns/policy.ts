import 'server-only'
import { iamArn, nameInArn, parseArn } from '@/lib/aws/arn'
import { findManagedPolicy, type ManagedPolicy } from '@/lib/aws/catalogue/managed-policies'
import { entityAlreadyExists, noSuchEntity } from '@/lib/aws/errors'
import type { AccountStore } from '@/lib/store/account-store'
import type { Policy } from '@/lib/store/policies'
import type { Noun } from '../bindings'

/** A managed policy as operations see it: the customer's own from the store or AWS's from the catalogue. */
export type AnyPolicy = { owner: 'customer'; policy: Policy } | { owner: 'aws'; policy: ManagedPolicy }

export const policyArn = (account: string, policy: { name: string; path: string }) =>
  iamArn(account, 'policy', policy.name, policy.path)

export const managedPolicyArn = (account: string, any: AnyPolicy) =>
  any.owner === 'aws' ? any.policy.arn : policyArn(account, any.policy)

/** The policy that the ARN names: null where there is none in this account or AWS's catalogue. */
export async function findPolicy(store: AccountStore, arn: string): Promise<AnyPolicy | null> {
  const managed = findManagedPolicy(arn)
  if (managed) return { owner: 'aws', policy: managed }
  const parsed = parseArn(arn)
  if (!parsed || parsed.account !== store.accountId || !parsed.resource.startsWith('policy/')) return null
  const policy = await store.policies.find(nameInArn(arn))
  return policy && policyArn(store.accountId, policy) === arn ? { owner: 'customer', policy } : null
}

/** Gives back the ARN of a policy that can be attached or set as a boundary; throws AWS's sentence otherwise. */
export async function attachablePolicy(store: AccountStore, arn: string): Promise<string> {
  const found = await findPolicy(store, arn)
  const attachable = found?.owner === 'customer' || (found?.owner === 'aws' && found.policy.isAttachable)
  if (!attachable) throw noSuchEntity(`Policy ${arn} does not exist or is not attachable.`)
  return arn
}

export const boundaryPolicy = attachablePolicy

/** The managed policy that the input's ARN names. */
export const policy: Noun<{ PolicyArn: string }, AnyPolicy> = {
  name: 'policy',
  find: ({ store, input }) => findPolicy(store, input.PolicyArn),
  target: ({ input, caller, found }) => ({
    arn: input.PolicyArn,
    display: `policy ${input.PolicyArn}`,
    account: parseArn(input.PolicyArn)?.account || caller.account,
    tags: found?.owner === 'customer' ? found.policy.tags : undefined,
  }),
  missing: ({ input }) => noSuchEntity(`Policy ${input.PolicyArn} was not found.`),
  taken: ({ input }) =>
    entityAlreadyExists(`A policy called ${input.PolicyArn} already exists. Duplicate names are not allowed.`),
}

/** A customer policy that is to be made under a name. */
export const newPolicy: Noun<{ PolicyName: string; Path?: string }, Policy> = {
  name: 'policy',
  find: ({ store, input }) => store.policies.find(input.PolicyName),
  target: ({ input, caller }) => {
    const arn = policyArn(caller.account, { name: input.PolicyName, path: input.Path ?? '/' })
    return { arn, display: `policy ${input.PolicyName}`, account: caller.account }
  },
  missing: ({ input }) => noSuchEntity(`Policy ${input.PolicyName} was not found.`),
  taken: ({ input }) =>
    entityAlreadyExists(`A policy called ${input.PolicyName} already exists. Duplicate names are not allowed.`),
}
