import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { actionCatalogue } from '@/lib/aws/catalogue/actions'
import { validate } from '@/lib/policy'
import type { PolicyKind } from '@/lib/policy/types'
import { wholeAccount } from '../bindings'
import { operation } from '../define'
import { integer, oneOf, text } from '../shapes'

const kinds: Record<string, PolicyKind> = {
  IDENTITY_POLICY: 'identity',
  RESOURCE_POLICY: 'resource',
  SERVICE_CONTROL_POLICY: 'scp',
  RESOURCE_CONTROL_POLICY: 'rcp',
}

export const validatePolicy = operation({
  service: 'access-analyzer',
  name: 'ValidatePolicy',
  summary: 'Check a policy document and list what is wrong or doubtful in it.',
  kind: 'read',
  input: z.object({
    policyDocument: text({ max: 1_000_000 }),
    policyType: oneOf(['IDENTITY_POLICY', 'RESOURCE_POLICY', 'SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY']),
    validatePolicyResourceType: text({ max: 100 }).optional(),
    maxResults: integer(1, 1000).optional(),
  }),
  on: wholeAccount(),
  ask: ({ target }) => [may('access-analyzer:ValidatePolicy', target)],
  run: async ({ input }) => {
    const isTrust = input.validatePolicyResourceType === 'AWS::IAM::AssumeRolePolicyDocument'
    const kind = isTrust ? 'trust' : (kinds[input.policyType] ?? 'identity')
    return { findings: validate(input.policyDocument, kind, actionCatalogue()) }
  },
})
