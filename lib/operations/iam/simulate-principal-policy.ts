import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { combine } from '@/lib/policy'
import { operation } from '../define'
import { without } from '../nouns/exclusions'
import { policiesOf, policySource } from '../nouns/policy-source'
import { simulate } from '../nouns/simulating'
import { inputEntries, prepareSimulation } from '../nouns/simulation'
import { arn, paging } from '../shapes'
import { policyIdentifier, policyInputList, simulationMembers } from './shapes/simulation-members'

export const simulatePrincipalPolicy = operation({
  service: 'iam',
  name: 'SimulatePrincipalPolicy',
  summary: 'Try what the policies of a user, group or role allow.',
  kind: 'read',
  input: z.object({
    PolicySourceArn: arn,
    PolicyInputList: policyInputList.optional(),
    PolicyExclusionList: z.array(policyIdentifier).optional(),
    ...simulationMembers,
    ...paging,
  }),
  on: policySource,
  ask: ({ target }) => [may('iam:SimulatePrincipalPolicy', target)],
  run: async ({ input, found, caller, store }) => {
    const { policies } = await policiesOf(found, caller, store)
    const { identity, boundary } = without(policies, input.PolicyExclusionList, found)
    const added = inputEntries('PolicyInputList', input.PolicyInputList ?? [], 'identity')
    const given = {
      identity: added.length > 0 ? combine([...identity.entries, ...added]) : identity,
      boundary,
      sourceArn: found.arn,
    }
    return simulate(prepareSimulation(input, given, caller), input, found)
  },
})
