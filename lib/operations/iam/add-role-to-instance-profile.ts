import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { quotaExceeded } from '@/lib/aws/errors'
import { limits } from '@/lib/aws/limits'
import { existing } from '../bindings'
import { operation } from '../define'
import { instanceProfile } from '../nouns/instance-profile'
import { noSuchRole, protectedRole, role } from '../nouns/role'
import { instanceProfileName, roleName } from '../shapes'

export const addRoleToInstanceProfile = operation({
  service: 'iam',
  name: 'AddRoleToInstanceProfile',
  summary: 'Put a role into an instance profile.',
  kind: 'write',
  input: z.object({ InstanceProfileName: instanceProfileName, RoleName: roleName }),
  on: existing(instanceProfile),
  // AWS: the caller must also be allowed to pass the role, which goes to EC2 (API reference, AddRoleToInstanceProfile).
  ask: async ({ target, input, store, caller }) => {
    const passed = role.target({ input, caller, found: await role.find({ store, input, caller }) })
    return [
      may('iam:AddRoleToInstanceProfile', target),
      may('iam:PassRole', { ...passed, display: passed.arn }, { 'iam:PassedToService': 'ec2.amazonaws.com' }),
    ]
  },
  run: async ({ found, input, store }) => {
    const added = await store.roles.find(input.RoleName)
    if (!added) throw noSuchRole(input.RoleName)
    const refusal = protectedRole(added)
    if (refusal) throw refusal
    const quota = limits.InstanceSessionsPerInstanceProfile
    if (found.role) throw quotaExceeded('InstanceSessionsPerInstanceProfile', quota)
    await store.instanceProfiles.setRole(found.id, added.id)
    return {}
  },
})
