import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { group, groupTaken } from '../nouns/group'
import { groupName, path } from '../shapes'

export const updateGroup = operation({
  service: 'iam',
  name: 'UpdateGroup',
  summary: 'Rename or move a group.',
  kind: 'write',
  input: z.object({ GroupName: groupName, NewGroupName: groupName.optional(), NewPath: path.optional() }),
  on: existing(group),
  // AWS: needs the permission on both the source and the target (API reference, UpdateGroup).
  ask: ({ target, found, input, caller }) => {
    const { name, path } = renamed(input, found)
    const goal = group.target({ caller, found: null, input: { GroupName: name, Path: path } })
    const questions = [may('iam:UpdateGroup', target)]
    return goal.arn === target.arn ? questions : [...questions, may('iam:UpdateGroup', goal)]
  },
  run: async ({ found, input, store }) => {
    const change = renamed(input, found)
    const holder = await store.groups.find(change.name)
    if (holder && holder.id !== found.id) throw groupTaken(change.name)
    await store.groups.update(found.id, change)
    return {}
  },
})

type Change = { GroupName: string; NewGroupName?: string; NewPath?: string }

function renamed(input: Change, found: { name: string; path: string } | null) {
  return {
    name: input.NewGroupName ?? found?.name ?? input.GroupName,
    path: input.NewPath ?? found?.path ?? '/',
  }
}
