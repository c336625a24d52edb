import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { deleteConflict } from '@/lib/aws/errors'
import { existing } from '../bindings'
import { operation } from '../define'
import { ownPolicy } from '../nouns/policy'
import { arn } from '../shapes'

export const deletePolicy = operation({
  service: 'iam',
  name: 'DeletePolicy',
  summary: 'Delete a managed policy that nothing uses and that has one version.',
  kind: 'write',
  input: z.object({ PolicyArn: arn }),
  on: existing(ownPolicy),
  ask: ({ target }) => [may('iam:DeletePolicy', target)],
  run: async ({ found, input, store }) => {
    const use = (await store.attachments.usage([input.PolicyArn])).get(input.PolicyArn)
    if (use && use.attachments + use.boundaries > 0)
      throw deleteConflict('Cannot delete a policy attached to entities.')
    if ((await store.policies.countVersions(found.id)) > 1) {
      throw deleteConflict(
        "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy.",
      )
    }
    await store.policies.delete(found.id)
    return {}
  },
})
