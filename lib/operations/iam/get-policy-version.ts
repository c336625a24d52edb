import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { policy } from '../nouns/policy'
import { defaultVersionShape, noSuchVersion, versionOf, versionShape } from '../nouns/policy-version'
import { arn, versionId } from '../shapes'

export const getPolicyVersion = operation({
  service: 'iam',
  name: 'GetPolicyVersion',
  summary: 'Get one version of a managed policy with its document.',
  kind: 'read',
  input: z.object({ PolicyArn: arn, VersionId: versionId }),
  on: existing(policy),
  ask: ({ target }) => [may('iam:GetPolicyVersion', target)],
  run: async ({ found, input, store }) => {
    if (found.owner === 'customer') {
      const version = await versionOf(store, found.policy, input.VersionId)
      return { PolicyVersion: { Document: version.document, ...versionShape(version) } }
    }
    // Only the default version of each of AWS's policies is kept here; older ones are history that nothing can use.
    const { arn, defaultVersionId } = found.policy
    if (input.VersionId !== defaultVersionId) throw noSuchVersion(arn, input.VersionId)
    return { PolicyVersion: defaultVersionShape(found.policy) }
  },
})
