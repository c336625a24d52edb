import 'server-only'
import type { SignedCaller } from '@/lib/access/caller'
import { bindingsOf } from '@/lib/access/gather'
import type { Target } from '@/lib/access/question'
import { parseArn } from '@/lib/aws/arn'
import { managedPolicyDocument } from '@/lib/aws/catalogue/managed-policies'
import { invalidInput } from '@/lib/aws/errors'
import { type CompiledPolicy, compile } from '@/lib/policy'
import type { AccountStore } from '@/lib/store/account-store'
import type { Binding } from '../define'
import { policy } from './policy'
import { entityByArn, entityTypeOf, findByArn, noSuchSource, type PolicySource } from './policy-source'

/** What somebody wants to know the last use of: a user, a group, a role or a managed policy. */
export type AccessSubject = PolicySource | { type: 'policy'; arn: string }

export async function findSubject(
  store: AccountStore,
  arn: string,
  caller: SignedCaller,
): Promise<AccessSubject | null> {
  if (entityTypeOf(arn) !== null) return findByArn(store, arn)
  return (await policy.find({ store, input: { PolicyArn: arn }, caller })) && { type: 'policy', arn }
}

const isPolicyArn = (arn: string) => parseArn(arn)?.service === 'iam' && parseArn(arn)?.resource.startsWith('policy/')

/** AWS: refused by its ARN, like every question about last use. */
export const accessSubject: Binding<{ Arn: string }, AccessSubject> = {
  async locate({ store, input, caller }) {
    const found = await findSubject(store, input.Arn, caller)
    return { found, target: targetOf(input.Arn, caller, found) }
  },
  check: (found, { input, caller }) => {
    if (found !== null) return null
    if (entityTypeOf(input.Arn) !== null) return noSuchSource(input.Arn)
    return isPolicyArn(input.Arn) ? policy.missing({ input: { PolicyArn: input.Arn }, caller }) : notAnEntity(input.Arn)
  },
}

function targetOf(arn: string, caller: SignedCaller, found: AccessSubject | null): Target {
  const account = parseArn(arn)?.account
  if (account !== 'aws') {
    return entityByArn.target({ input: { Arn: arn }, caller, found: found?.type === 'policy' ? null : found })
  }
  return { arn, display: arn, account: caller.account }
}

/** The same for those who have policies: a policy is none of them. */
export const policyHolder: Binding<{ Arn: string }, PolicySource> = {
  async locate({ store, input, caller }) {
    const found = await findByArn(store, input.Arn)
    return { found, target: targetOf(input.Arn, caller, found) }
  },
  check: (found, { input }) => {
    if (found !== null) return null
    return entityTypeOf(input.Arn) === null ? notAnEntity(input.Arn) : noSuchSource(input.Arn)
  },
}

const notAnEntity = (arn: string) =>
  invalidInput(`Invalid Entity Arn: ${arn} does not clearly define entity type and name.`)

/** AWS: only permissions policies count, no boundaries (API reference, GenerateServiceLastAccessedDetails). */
export async function permissionsOf(
  subject: AccessSubject,
  caller: Parameters<typeof bindingsOf>[2],
  store: AccountStore,
): Promise<CompiledPolicy[]> {
  if (subject.type === 'policy') return [compile(await documentOf(subject.arn, store), 'identity')]
  const { policies } = await bindingsOf(subject.type, subject.id, caller, store)
  return policies.identity.entries.map((entry) => entry.policy)
}

async function documentOf(arn: string, store: AccountStore): Promise<string> {
  const own = await store.policies.findByArn(arn)
  const version = own && (await store.policies.findVersion(own))
  return version?.document ?? managedPolicyDocument(arn) ?? ''
}
