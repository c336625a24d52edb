import 'server-only'
import { absent } from '../bindings'
import { operation } from '../define'
import { creationQuestions, makeRole, newRole } from '../nouns/new-role'
import { role } from '../nouns/role'
import { newRoleShape } from './shapes/role-shape'

export const createRole = operation({
  service: 'iam',
  name: 'CreateRole',
  summary: 'Create a role that others may assume.',
  kind: 'write',
  input: newRole,
  on: absent(role),
  ask: ({ target, input }) => creationQuestions(target, input),
  run: async ({ input, store, caller, now }) => ({
    Role: newRoleShape(caller.account, await makeRole(store, input, now)),
  }),
})
