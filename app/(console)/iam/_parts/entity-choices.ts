'use server'

import { ask, type Outcome } from '@/app/door'
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
  wholeList(async (Marker) => {
    const listed = await ask(listUsers, { MaxItems: 1000, Marker })
    if (!listed.ok) return listed
    const page = listed.value.Users.map((user) => choice('user', user.UserName, user.CreateDate))
    return { ok: true, value: { page, next: markerOf(listed.value) } }
  })

const allGroups = () =>
  wholeList(async (Marker) => {
    const listed = await ask(listGroups, { MaxItems: 1000, Marker })
    if (!listed.ok) return listed
    const page = listed.value.Groups.map((group) => choice('group', group.GroupName, group.CreateDate))
    return { ok: true, value: { page, next: markerOf(listed.value) } }
  })

const allRoles = () =>
  wholeList(async (Marker) => {
    const listed = await ask(listRoles, { MaxItems: 1000, Marker })
    if (!listed.ok) return listed
    // AWS: nothing can be attached to a service-linked role.
    const own = listed.value.Roles.filter(({ Path }) => !Path.startsWith('/aws-service-role/'))
    const page = own.map((role) => choice('role', role.RoleName, role.CreateDate))
    return { ok: true, value: { page, next: markerOf(listed.value) } }
  })

const choice = (type: EntityChoice['type'], name: string, created: Date): EntityChoice => ({
  type,
  name,
  created: created.toISOString(),
})

const markerOf = (listed: { Marker?: string }) => listed.Marker

type ListPage = (marker: string | undefined) => Promise<Outcome<{ page: EntityChoice[]; next: string | undefined }>>

async function wholeList(load: ListPage): Promise<Outcome<EntityChoice[]>> {
  const all: EntityChoice[] = []
  let marker: string | undefined
  do {
    const loaded = await load(marker)
    if (!loaded.ok) return loaded
    all.push(...loaded.value.page)
    marker = loaded.value.next
  } while (marker !== undefined)
  return { ok: true, value: all }
}
