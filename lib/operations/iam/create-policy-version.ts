import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { limitExceeded } from '@/lib/aws/errors'
import { limits } from '@/lib/aws/limits'
import { existing } from '../bindings'
import { operation } from '../define'
import { demandManagedDocument } from '../nouns/document'
import { ownPolicy } from '../nouns/policy'
import { versionShape } from '../nouns/policy-version'
import { arn, flag, policyDocument } from '../shapes'

export const createPolicyVersion = operation({
  service: 'iam',
  name: 'CreatePolicyVersion',
  summary: 'Add a version to a managed policy of your own.',
  kind: 'write',
  input: z.object({ PolicyArn: arn, PolicyDocument: policyDocument, SetAsDefault: flag.optional() }),
  on: existing(ownPolicy),
  ask: ({ target }) => [may('iam:CreatePolicyVersion', target)],
  run: async ({ found, input, store, now }) => {
    demandManagedDocument(input.PolicyDocument)
    const limit = limits.VersionsPerPolicyQuota
    if ((await store.policies.countVersions(found.id)) >= limit) {
      throw limitExceeded(
        `A managed policy can have up to ${limit} versions. Before you create a new version, you must delete an existing version.`,
      )
    }
    const version = await store.policies.addVersion(found.id, {
      document: input.PolicyDocument,
      createdAt: now,
      setAsDefault: input.SetAsDefault ?? false,
    })
    return { PolicyVersion: versionShape(version) }
  },
})
