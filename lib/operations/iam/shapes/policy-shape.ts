import 'server-only'
import { managedPolicyArn } from '../../nouns/policy'
import type { AnyPolicy } from '../../nouns/policy'

/** How many entities a policy is attached to, and how many have it as their boundary. */
export type PolicyUse = { attachments: number; boundaries: number }

/** The members that every answer about a managed policy has; AWS adds Description and Tags only in some. */
export function policyShape(account: string, any: AnyPolicy, use: PolicyUse) {
  const own = any.owner === 'customer'
  return {
    PolicyName: any.policy.name,
    PolicyId: own ? any.policy.id : any.policy.policyId,
    Arn: managedPolicyArn(account, any),
    Path: any.policy.path,
    DefaultVersionId: own ? `v${any.policy.defaultVersion}` : any.policy.defaultVersionId,
    AttachmentCount: use.attachments,
    PermissionsBoundaryUsageCount: use.boundaries,
    IsAttachable: own ? true : any.policy.isAttachable,
    CreateDate: own ? any.policy.createdAt : new Date(any.policy.createDate),
    UpdateDate: own ? any.policy.updatedAt : new Date(any.policy.updateDate),
  }
}
