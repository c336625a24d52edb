import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { user, userTaken } from '../nouns/user'
import { newUserName, path, userName } from '../shapes'

export const updateUser = operation({
  service: 'iam',
  name: 'UpdateUser',
  summary: 'Rename or move a user.',
  kind: 'write',
  input: z.object({ UserName: userName, NewUserName: newUserName.optional(), NewPath: path.optional() }),
  on: existing(user),
  // AWS: needs the permission on both the source and the target (IAM user guide, "Rename an IAM user").
  ask: ({ target, found, input, caller }) => {
    const { name, path } = renamed(input, found)
    const goal = user.target({ caller, found: null, input: { UserName: name, Path: path } })
    const questions = [may('iam:UpdateUser', target)]
    return goal.arn === target.arn ? questions : [...questions, may('iam:UpdateUser', { ...goal, tags: target.tags })]
  },
  run: async ({ found, input, store }) => {
    const change = renamed(input, found)
    const holder = await store.users.find(change.name)
    if (holder && holder.id !== found.id) throw userTaken(change.name)
    await store.users.update(found.id, change)
    return {}
  },
})

type Change = { UserName: string; NewUserName?: string; NewPath?: string }

function renamed(input: Change, found: { name: string; path: string } | null) {
  return {
    name: input.NewUserName ?? found?.name ?? input.UserName,
    path: input.NewPath ?? found?.path ?? '/',
  }
}
