import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { deleteConflict } from '@/lib/aws/errors'
import { existing } from '../bindings'
import { operation } from '../define'
import { instanceProfile } from '../nouns/instance-profile'
import { instanceProfileName } from '../shapes'

export const deleteInstanceProfile = operation({
  service: 'iam',
  name: 'DeleteInstanceProfile',
  summary: 'Delete an instance profile without a role.',
  kind: 'write',
  input: z.object({ InstanceProfileName: instanceProfileName }),
  on: existing(instanceProfile),
  ask: ({ target }) => [may('iam:DeleteInstanceProfile', target)],
  run: async ({ found, store }) => {
    if (found.role) throw deleteConflict('Cannot delete entity, must remove roles from instance profile first.')
    await store.instanceProfiles.delete(found.id)
    return {}
  },
})
