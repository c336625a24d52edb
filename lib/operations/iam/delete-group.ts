import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { deleteConflict } from '@/lib/aws/errors'
import { existing } from '../bindings'
import { operation } from '../define'
import { group } from '../nouns/group'
import { groupName } from '../shapes'

export const deleteGroup = operation({
  service: 'iam',
  name: 'DeleteGroup',
  summary: 'Delete a group without users and policies.',
  kind: 'write',
  input: z.object({ GroupName: groupName }),
  on: existing(group),
  ask: ({ target }) => [may('iam:DeleteGroup', target)],
  run: async ({ found, store }) => {
    const demandNone = (count: number, advice: string) => {
      if (count > 0) throw deleteConflict(`Cannot delete entity, must ${advice} first.`)
    }
    demandNone(await store.groups.countMembers(found.id), 'remove users from group')
    demandNone(await store.attachments.count('group', found.id), 'detach all policies')
    demandNone(await store.inlinePolicies.count('group', found.id), 'delete policies')
    await store.groups.delete(found.id)
    return {}
  },
})
