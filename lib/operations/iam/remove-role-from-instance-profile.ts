import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { instanceProfile } from '../nouns/instance-profile'
import { noSuchRole } from '../nouns/role'
import { instanceProfileName, roleName } from '../shapes'

export const removeRoleFromInstanceProfile = operation({
  service: 'iam',
  name: 'RemoveRoleFromInstanceProfile',
  summary: 'Take the role out of an instance profile.',
  kind: 'write',
  input: z.object({ InstanceProfileName: instanceProfileName, RoleName: roleName }),
  on: existing(instanceProfile),
  ask: ({ target }) => [may('iam:RemoveRoleFromInstanceProfile', target)],
  run: async ({ found, input, store }) => {
    const isIn = found.role?.name.toLowerCase() === input.RoleName.toLowerCase()
    if (!isIn) throw noSuchRole(input.RoleName)
    await store.instanceProfiles.setRole(found.id, null)
    return {}
  },
})
