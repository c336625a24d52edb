import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { contextKeys } from '@/lib/policy'
import { operation } from '../define'
import { policiesOf, policySource } from '../nouns/policy-source'
import { inputEntries } from '../nouns/simulation'
import { arn } from '../shapes'
import { policyInputList } from './shapes/simulation-members'

export const getContextKeysForPrincipalPolicy = operation({
  service: 'iam',
  name: 'GetContextKeysForPrincipalPolicy',
  summary: 'List the context keys that the policies of a user, group or role use.',
  kind: 'read',
  input: z.object({ PolicySourceArn: arn, PolicyInputList: policyInputList.optional() }),
  on: policySource,
  ask: ({ target }) => [may('iam:GetContextKeysForPrincipalPolicy', target)],
  run: async ({ input, found, caller, store }) => {
    const { policies } = await policiesOf(found, caller, store)
    const added = inputEntries('PolicyInputList', input.PolicyInputList ?? [], 'identity')
    const entries = [...policies.identity.entries, ...added]
    return { ContextKeyNames: contextKeys(entries.map(({ policy }) => policy.text)) }
  },
})
