'use server'

import { refusalFlash } from '@/app/_parts/refusal-flash'
import { members, texts } from '@/app/arguments'
import { ask, type Outcome } from '@/app/door'
import type { Flash } from '@/components/ui/flash-store'
import { addUserToGroup } from '@/lib/operations/iam/add-user-to-group'
import { attachGroupPolicy } from '@/lib/operations/iam/attach-group-policy'
import { createGroup } from '@/lib/operations/iam/create-group'

export type GroupWish = { groupName: string; users: readonly string[]; policies: readonly string[] }

/** Creates a group, then its members and policies by calls of their own; each refusal after the first call is told. */
export async function createGroupWithAll(wish: GroupWish): Promise<Outcome<{ flashes: Flash[] }>> {
  const { groupName: GroupName = '', users = [], policies = [] } = members(wish)
  const group = await ask(createGroup, { GroupName })
  if (!group.ok) return group
  const link = { label: 'View group', href: `/iam/groups/${encodeURIComponent(GroupName)}` }
  const flashes: Flash[] = [{ kind: 'success', title: `User group ${GroupName} created.`, link }]
  const tell = (title: string, outcome: Outcome<unknown>) => {
    if (!outcome.ok) flashes.push(refusalFlash(title, outcome.refusal))
  }
  for (const UserName of texts(users)) {
    tell(`AddUserToGroup for ${UserName} failed.`, await ask(addUserToGroup, { GroupName, UserName }))
  }
  for (const PolicyArn of texts(policies)) {
    tell(`AttachGroupPolicy for ${PolicyArn} failed.`, await ask(attachGroupPolicy, { GroupName, PolicyArn }))
  }
  return { ok: true, value: { flashes } }
}
