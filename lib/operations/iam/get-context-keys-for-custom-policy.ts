import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { contextKeys } from '@/lib/policy'
import { wholeAccount } from '../bindings'
import { operation } from '../define'
import { inputEntries } from '../nouns/simulation'
import { policyInputList } from './shapes/simulation-members'

export const getContextKeysForCustomPolicy = operation({
  service: 'iam',
  name: 'GetContextKeysForCustomPolicy',
  summary: 'List the context keys that given policy documents use.',
  kind: 'read',
  input: z.object({ PolicyInputList: policyInputList }),
  on: wholeAccount(),
  ask: ({ target }) => [may('iam:GetContextKeysForCustomPolicy', target)],
  run: async ({ input }) => {
    const entries = inputEntries('PolicyInputList', input.PolicyInputList, 'identity')
    return { ContextKeyNames: contextKeys(entries.map(({ policy }) => policy.text)) }
  },
})
