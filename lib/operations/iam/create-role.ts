import 'server-only'
import { z } from 'zod'
import { may, tagContext } from '@/lib/access/question'
import { invalidInput, quotaExceeded } from '@/lib/aws/errors'
import { limits } from '@/lib/aws/limits'
import { absent } from '../bindings'
import { operation } from '../define'
import { attachablePolicy } from '../nouns/policy'
import { role, serviceLinkedPath } from '../nouns/role'
import { distinctTags } from '../nouns/tags'
import { acceptedTrust } from '../nouns/trust'
import { arn, maxSessionDuration, path, policyDocument, roleDescription, roleName, tags } from '../shapes'
import { newRoleShape } from './shapes/role-shape'

export const createRole = operation({
  service: 'iam',
  name: 'CreateRole',
  summary: 'Create a role that others may assume.',
  kind: 'write',
  input: z.object({
    RoleName: roleName,
    AssumeRolePolicyDocument: policyDocument,
    Path: path.optional(),
    Description: roleDescription.optional(),
    MaxSessionDuration: maxSessionDuration.optional(),
    PermissionsBoundary: arn.optional(),
    Tags: tags.optional(),
  }),
  on: absent(role),
  // AWS: tagging at creation asks for iam:TagRole as well (IAM user guide, "Tags for IAM resources").
  ask: ({ target, input }) => {
    const context = { ...tagContext(input.Tags), 'iam:PermissionsBoundary': input.PermissionsBoundary }
    const create = may('iam:CreateRole', target, context)
    return input.Tags?.length ? [create, may('iam:TagRole', target, context)] : [create]
  },
  run: async ({ input, store, caller, now }) => {
    if (input.Path?.startsWith(serviceLinkedPath)) {
      throw invalidInput(`The path ${serviceLinkedPath} is reserved for service-linked roles.`)
    }
    if ((await store.roles.count()) >= limits.RolesQuota) throw quotaExceeded('RolesPerAccount', limits.RolesQuota)
    const trust = await acceptedTrust(store, input.AssumeRolePolicyDocument)
    const boundaryArn = input.PermissionsBoundary ? await attachablePolicy(store, input.PermissionsBoundary) : null
    const wanted = distinctTags(input.Tags ?? [], 'without case')
    const created = await store.roles.create({
      name: input.RoleName,
      path: input.Path ?? '/',
      createdAt: now,
      ...trust,
      description: input.Description,
      maxSessionDuration: input.MaxSessionDuration,
      boundaryArn,
      tags: wanted,
    })
    return { Role: newRoleShape(caller.account, { ...created, tags: wanted }) }
  },
})
