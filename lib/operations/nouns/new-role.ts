import 'server-only'
import { z } from 'zod'
import { may, type Question, type Target, tagContext } from '@/lib/access/question'
import { invalidInput, quotaExceeded } from '@/lib/aws/errors'
import { limits } from '@/lib/aws/limits'
import type { AccountStore } from '@/lib/store/account-store'
import type { SourceTemplate } from '@/lib/store/roles'
import { arn, maxSessionDuration, path, policyDocument, roleDescription, roleName, tags } from '../shapes'
import { attachablePolicy } from './policy'
import { serviceLinkedPath, type TaggedRole } from './role'
import { distinctTags } from './tags'
import { acceptedTrust } from './trust'

/** What describes a role that is to be made: CreateRole takes it from the caller, AcquireRole from a template. */
export const newRole = z.object({
  RoleName: roleName,
  AssumeRolePolicyDocument: policyDocument,
  Path: path.optional(),
  Description: roleDescription.optional(),
  MaxSessionDuration: maxSessionDuration.optional(),
  PermissionsBoundary: arn.optional(),
  Tags: tags.optional(),
})

export type NewRole = z.output<typeof newRole>

/** May it be made? AWS: tagging at creation asks for iam:TagRole as well (IAM user guide, "Tags for IAM resources"). */
export function creationQuestions(target: Target, wanted: NewRole, more: Question['context'] = {}): Question[] {
  const context = { ...tagContext(wanted.Tags), 'iam:PermissionsBoundary': wanted.PermissionsBoundary, ...more }
  const create = may('iam:CreateRole', target, context)
  return wanted.Tags?.length ? [create, may('iam:TagRole', target, context)] : [create]
}

/** Makes the role; throws AWS's refusals of path, quota, trust policy, boundary and tags. */
export async function makeRole(
  store: AccountStore,
  wanted: NewRole,
  at: Date,
  sourceTemplate: SourceTemplate | null = null,
): Promise<TaggedRole> {
  if (wanted.Path?.startsWith(serviceLinkedPath)) {
    throw invalidInput(`The path ${serviceLinkedPath} is reserved for service-linked roles.`)
  }
  if ((await store.roles.count()) >= limits.RolesQuota) throw quotaExceeded('RolesPerAccount', limits.RolesQuota)
  const trust = await acceptedTrust(store, wanted.AssumeRolePolicyDocument)
  const boundaryArn = wanted.PermissionsBoundary ? await attachablePolicy(store, wanted.PermissionsBoundary) : null
  const tags = distinctTags(wanted.Tags ?? [], 'without case')
  const created = await store.roles.create({
    name: wanted.RoleName,
    path: wanted.Path ?? '/',
    createdAt: at,
    ...trust,
    description: wanted.Description,
    maxSessionDuration: wanted.MaxSessionDuration,
    boundaryArn,
    tags,
    sourceTemplate,
  })
  return { tags, ...created }
}
