'use server'

import { askAll } from '@/app/ask-all'
import type { Refusal } from '@/app/refusal'
import { listGroups } from '@/lib/operations/iam/list-groups'
import { listRoles } from '@/lib/operations/iam/list-roles'
import { listUsers } from '@/lib/operations/iam/list-users'

export type EntityChoice = { type: 'user' | 'group' | 'role'; name: string; created: string }

/** Users, groups and roles are three lists: one may be refused while the others can be chosen from. */
export type EntityChoices = { entities: EntityChoice[]; refusals: Refusal[] }

export async function loadEntities(withGroups: boolean): Promise<EntityChoices> {
  const lists = [await allUsers(), ...(withGroups ? [await allGroups()] : []), await allRoles()]
  return {
    entities: lists.flatMap((list) => (list.ok ? list.value : [])),
    refusals: lists.flatMap((outcome) => (outcome.ok ? [] : [outcome.refusal])),
  }
}

const allUsers = () =>
  askAll(listUsers, { MaxItems: 1000 }, ({ Users }) =>
    Users.map((user) => choice('user', user.UserName, user.CreateDate)),
  )

const allGroups = () =>
  askAll(listGroups, { MaxItems: 1000 }, ({ Groups }) =>
    Groups.map((group) => choice('group', group.GroupName, group.CreateDate)),
  )

const allRoles = () =>
  askAll(listRoles, { MaxItems: 1000 }, ({ Roles }) =>
    Roles
      // AWS: nothing can be attached to a service-linked role.
      .filter(({ Path }) => !Path.startsWith('/aws-service-role/'))
      .map((role) => choice('role', role.RoleName, role.CreateDate)),
  )

const choice = (type: EntityChoice['type'], name: string, created: Date): EntityChoice => ({
  type,
  name,
  created: created.toISOString(),
})
