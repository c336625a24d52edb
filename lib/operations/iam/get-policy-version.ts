import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { managedPolicyDocument } from '@/lib/aws/catalogue/managed-policies'
import type { AccountStore } from '@/lib/store/account-store'
import { existing } from '../bindings'
import { operation } from '../define'
import { type AnyPolicy, policy } from '../nouns/policy'
import { noSuchVersion, versionNumber } from '../nouns/policy-version'
import { arn, versionId } from '../shapes'

export const getPolicyVersion = operation({
  service: 'iam',
  name: 'GetPolicyVersion',
  summary: 'Get one version of a managed policy with its document.',
  kind: 'read',
  input: z.object({ PolicyArn: arn, VersionId: versionId }),
  on: existing(policy),
  ask: ({ target }) => [may('iam:GetPolicyVersion', target)],
  run: async ({ found, input, store }) => {
    const version = await findVersion(store, found, input.VersionId)
    if (!version) throw noSuchVersion(input.PolicyArn, input.VersionId)
    return { PolicyVersion: version }
  },
})

async function findVersion(store: AccountStore, any: AnyPolicy, id: string) {
  if (any.owner === 'customer') {
    const version = await store.policies.findVersion(any.policy, versionNumber(id))
    return (
      version && {
        Document: version.document,
        VersionId: id,
        IsDefaultVersion: version.isDefault,
        CreateDate: version.createdAt,
      }
    )
  }
  // Only the default version of each of AWS's policies is kept here; older ones are history that nothing can use.
  if (id !== any.policy.defaultVersionId) return null
  return {
    Document: managedPolicyDocument(any.policy.arn) ?? '',
    VersionId: id,
    IsDefaultVersion: true,
    CreateDate: new Date(any.policy.updateDate),
  }
}
