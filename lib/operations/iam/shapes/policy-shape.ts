import 'server-only'
import type { PolicyUse } from '@/lib/store/attachments'
import type { AnyPolicy } from '../../nouns/policy'

export const unused: PolicyUse = { attachments: 0, boundaries: 0 }

/** The members that every answer about a managed policy has; AWS adds Description and Tags only in some. */
export function policyShape(any: AnyPolicy, use: PolicyUse = unused) {
  const own = any.owner === 'customer'
  return {
    PolicyName: any.policy.name,
    PolicyId: own ? any.policy.id : any.policy.policyId,
    Arn: any.policy.arn,
    Path: any.policy.path,
    DefaultVersionId: own ? `v${any.policy.defaultVersion}` : any.policy.defaultVersionId,
    AttachmentCount: use.attachments,
    PermissionsBoundaryUsageCount: use.boundaries,
    IsAttachable: own ? true : any.policy.isAttachable,
    CreateDate: own ? any.policy.createdAt : new Date(any.policy.createDate),
    UpdateDate: own ? any.policy.updatedAt : new Date(any.policy.updateDate),
  }
}
