import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { deleteConflict } from '@/lib/aws/errors'
import { operation } from '../define'
import { boundaryContext } from '../nouns/boundary'
import { editableRole } from '../nouns/role'
import { roleName } from '../shapes'

export const deleteRole = operation({
  service: 'iam',
  name: 'DeleteRole',
  summary: 'Delete a role that nothing hangs on any more.',
  kind: 'write',
  input: z.object({ RoleName: roleName }),
  on: editableRole,
  ask: ({ target, found }) => [may('iam:DeleteRole', target, boundaryContext(found))],
  run: async ({ found, store }) => {
    const demandNone = (count: number, advice: string) => {
      if (count > 0) throw deleteConflict(`Cannot delete entity, must ${advice} first.`)
    }
    demandNone(await store.instanceProfiles.countOfRole(found.id), 'remove roles from instance profile')
    demandNone(await store.attachments.count('role', found.id), 'detach all policies')
    demandNone(await store.inlinePolicies.count('role', found.id), 'delete policies')
    await store.roles.delete(found.id)
    return {}
  },
})
