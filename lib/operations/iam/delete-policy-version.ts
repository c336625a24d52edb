import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { deleteConflict } from '@/lib/aws/errors'
import { existing } from '../bindings'
import { operation } from '../define'
import { ownPolicy } from '../nouns/policy'
import { versionOf } from '../nouns/policy-version'
import { arn, versionId } from '../shapes'

export const deletePolicyVersion = operation({
  service: 'iam',
  name: 'DeletePolicyVersion',
  summary: 'Delete a version of a managed policy that is not the default.',
  kind: 'write',
  input: z.object({ PolicyArn: arn, VersionId: versionId }),
  on: existing(ownPolicy),
  ask: ({ target }) => [may('iam:DeletePolicyVersion', target)],
  run: async ({ found, input, store }) => {
    const { number, isDefault } = await versionOf(store, found, input.VersionId)
    if (isDefault) throw deleteConflict('Cannot delete the default version of a policy.')
    await store.policies.deleteVersion(found.id, number)
    return {}
  },
})
