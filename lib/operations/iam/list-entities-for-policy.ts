import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import type { EntityType } from '@/lib/store/attachments'
import { existing } from '../bindings'
import { operation } from '../define'
import { policy } from '../nouns/policy'
import { more, pageRequest } from '../paging'
import { arn, oneOf, paging, path } from '../shapes'

const entityFilter = oneOf(['User', 'Role', 'Group', 'LocalManagedPolicy', 'AWSManagedPolicy'])

export const listEntitiesForPolicy = operation({
  service: 'iam',
  name: 'ListEntitiesForPolicy',
  summary: 'List the users, groups and roles that a managed policy is attached to or bounds.',
  kind: 'read',
  input: z.object({
    PolicyArn: arn,
    EntityFilter: entityFilter.optional(),
    PathPrefix: path.optional(),
    PolicyUsageFilter: oneOf(['PermissionsPolicy', 'PermissionsBoundary']).optional(),
    ...paging,
  }),
  on: existing(policy),
  ask: ({ target }) => [may('iam:ListEntitiesForPolicy', target)],
  run: async ({ input, store }) => {
    // AWS: policies are no users of policies, but the filter may name them.
    if (input.EntityFilter?.endsWith('ManagedPolicy')) {
      return { PolicyGroups: [], PolicyUsers: [], PolicyRoles: [], IsTruncated: false }
    }
    const page = await store.attachments.entitiesFor(input.PolicyArn, {
      usedAs: usedAs(input.PolicyUsageFilter),
      type: input.EntityFilter?.toLowerCase() as EntityType | undefined,
      pathPrefix: input.PathPrefix,
      ...pageRequest(input),
    })
    const of = (type: EntityType) => page.rows.filter((entity) => entity.type === type)
    return {
      PolicyGroups: of('group').map(({ name, id }) => ({ GroupName: name, GroupId: id })),
      PolicyUsers: of('user').map(({ name, id }) => ({ UserName: name, UserId: id })),
      PolicyRoles: of('role').map(({ name, id }) => ({ RoleName: name, RoleId: id })),
      ...more(page),
    }
  },
})

function usedAs(filter: 'PermissionsPolicy' | 'PermissionsBoundary' | undefined) {
  if (filter === undefined) return undefined
  return filter === 'PermissionsPolicy' ? 'permissions' : 'boundary'
}
