import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { actionCatalogue } from '@/lib/aws/catalogue/actions'
import { AwsError } from '@/lib/aws/errors'
import { validate } from '@/lib/policy'
import type { Finding, PolicyKind, Position } from '@/lib/policy/types'
import { wholeAccount } from '../bindings'
import { operation } from '../define'
import { keyOfMarker, markerAfter } from '../paging'
import { integer, oneOf, text } from '../shapes'

const kinds = {
  IDENTITY_POLICY: 'identity',
  RESOURCE_POLICY: 'resource',
  SERVICE_CONTROL_POLICY: 'scp',
  RESOURCE_CONTROL_POLICY: 'rcp',
} as const satisfies Record<string, PolicyKind>

export const validatePolicy = operation({
  service: 'access-analyzer',
  name: 'ValidatePolicy',
  summary: 'Check a policy document and list what is wrong or doubtful in it.',
  kind: 'read',
  input: z.object({
    policyDocument: text({ max: 1_000_000 }),
    policyType: oneOf(['IDENTITY_POLICY', 'RESOURCE_POLICY', 'SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY']),
    validatePolicyResourceType: text({ max: 100 }).optional(),
    locale: text({ max: 5 }).optional(),
    maxResults: integer(1, 1000).optional(),
    nextToken: text({ max: 100 }).optional(),
  }),
  on: wholeAccount(),
  ask: ({ target }) => [may('access-analyzer:ValidatePolicy', target)],
  run: async ({ input }) => {
    const isTrust = input.validatePolicyResourceType === 'AWS::IAM::AssumeRolePolicyDocument'
    const kind = isTrust ? 'trust' : kinds[input.policyType]
    // Hints are our own; AWS's analyzer has no such type.
    const all = validate(input.policyDocument, kind, actionCatalogue()).filter(({ type }) => type !== 'HINT')
    const start = startOf(input.nextToken)
    const end = start + (input.maxResults ?? 100)
    return {
      findings: all.slice(start, end).map(findingShape),
      ...(end < all.length && { nextToken: markerAfter(String(end)) }),
    }
  },
})

function startOf(token: string | undefined): number {
  const start = token === undefined ? '0' : keyOfMarker(token)
  if (start === null || !/^\d{1,6}$/.test(start)) {
    throw new AwsError('ValidationException', 400, 'The token is not one that an earlier page has given.')
  }
  return Number(start)
}

const checksPage = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html'

function findingShape({ type, code, message, advice, path, span }: Finding) {
  const anchor = `access-analyzer-reference-policy-checks-${type}-${code}`.toLowerCase().replaceAll('_', '-')
  return {
    findingDetails: `${message} ${advice}`,
    findingType: type,
    issueCode: code,
    learnMoreLink: `${checksPage}#${anchor}`,
    locations: [
      {
        path: path.map((part) => (typeof part === 'number' ? { index: part } : { value: part })),
        span: { start: positionShape(span.start), end: positionShape(span.end) },
      },
    ],
  }
}

// AWS: columns begin at zero, lines at one (Access Analyzer API reference, "Position").
const positionShape = ({ line, column, offset }: Position) => ({ line, column: column - 1, offset })
