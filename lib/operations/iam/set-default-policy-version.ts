import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { ownPolicy } from '../nouns/policy'
import { versionOf } from '../nouns/policy-version'
import { arn, versionId } from '../shapes'

export const setDefaultPolicyVersion = operation({
  service: 'iam',
  name: 'SetDefaultPolicyVersion',
  summary: 'Make one version of a managed policy the one in force.',
  kind: 'write',
  input: z.object({ PolicyArn: arn, VersionId: versionId }),
  on: existing(ownPolicy),
  ask: ({ target }) => [may('iam:SetDefaultPolicyVersion', target)],
  run: async ({ found, input, store, now }) => {
    const { number } = await versionOf(store, found, input.VersionId)
    await store.policies.setDefaultVersion(found.id, number, now)
    return {}
  },
})
