import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { combine } from '@/lib/policy'
import { wholeAccount } from '../bindings'
import { operation } from '../define'
import { simulate } from '../nouns/simulating'
import { inputEntries, prepareSimulation } from '../nouns/simulation'
import { paging } from '../shapes'
import { organizationLevels, policyInputList, simulationMembers } from './shapes/simulation-members'

export const simulateCustomPolicy = operation({
  service: 'iam',
  name: 'SimulateCustomPolicy',
  summary: 'Try what given policy documents would allow.',
  kind: 'read',
  input: z.object({
    PolicyInputList: policyInputList,
    OrderedOrganizationPolicyInputList: organizationLevels.optional(),
    ...simulationMembers,
    ...paging,
  }),
  on: wholeAccount(),
  ask: ({ target }) => [may('iam:SimulateCustomPolicy', target)],
  run: async ({ input, caller }) => {
    const levels = input.OrderedOrganizationPolicyInputList?.map(({ ServiceControlPolicyInputList: documents = [] }) =>
      combine(inputEntries('ServiceControlPolicyInputList', documents, 'scp')),
    )
    const identity = combine(inputEntries('PolicyInputList', input.PolicyInputList, 'identity'))
    return simulate(prepareSimulation(input, { identity, scps: levels }, caller), input)
  },
})
