'use server'

import { askView, type Outcome } from '@/app/door'
import type { PolicyChoice } from '@/components/console/policy-picker'
import { relativeTime } from '@/components/ui/time'
import { limits } from '@/lib/aws/limits'
import { currentWorld } from '@/lib/caller/current-world'
import { groupsView } from '@/lib/operations/iam/views/groups-view'
import { usersView } from '@/lib/operations/iam/views/users-view'
import { policyChoices } from './policy-choices'

/** What a picker shows of a group or a user; a count is null where its own call was refused. */
export type GroupChoice = { name: string; users: number | null; policies: number | null; created: string }
/** Null is kept back; an empty text is never. `seen` is the last activity in words: `3 days ago`. */
export type UserChoice = {
  name: string
  groups: number | null
  lastActivity: string | null
  seen: string
  created: string
}

export async function loadPolicies(): Promise<Outcome<PolicyChoice[]>> {
  return policyChoices()
}

export async function loadGroups(): Promise<Outcome<GroupChoice[]>> {
  const groups = await askView(groupsView, { limit: limits.GroupsQuota })
  if (!groups.ok) return groups
  const choices = groups.value.rows.map(({ shown, cells }) => ({
    name: shown.name,
    users: cells.users.allowed ? cells.users.value : null,
    policies: cells.permissions.allowed ? cells.permissions.value : null,
    created: shown.created.toISOString(),
  }))
  return { ok: true, value: choices }
}

export async function loadUsers(): Promise<Outcome<UserChoice[]>> {
  const users = await askView(usersView, { limit: limits.UsersQuota })
  if (!users.ok) return users
  const { now } = await currentWorld()
  const choices = users.value.rows.map(({ shown, cells }) => {
    const when = cells.lastActivity.allowed ? cells.lastActivity.value : null
    return {
      name: shown.name,
      groups: cells.groups.allowed ? cells.groups.value : null,
      lastActivity: cells.lastActivity.allowed ? (when?.toISOString() ?? '') : null,
      seen: when ? relativeTime(when, now) : '',
      created: shown.created.toISOString(),
    }
  })
  return { ok: true, value: choices }
}
