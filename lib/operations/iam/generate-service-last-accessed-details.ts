import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { operation } from '../define'
import { accessSubject } from '../nouns/access-subject'
import { keepReport, lastAccessed } from '../nouns/last-accessed'
import { arn, oneOf } from '../shapes'

export const generateServiceLastAccessedDetails = operation({
  service: 'iam',
  name: 'GenerateServiceLastAccessedDetails',
  summary: 'Find out which services a user, group, role or policy can use and when each was last used.',
  kind: 'write',
  input: z.object({ Arn: arn, Granularity: oneOf(['SERVICE_LEVEL', 'ACTION_LEVEL']).optional() }),
  on: accessSubject,
  ask: ({ target }) => [may('iam:GenerateServiceLastAccessedDetails', target)],
  prepare: ({ found, input, ...asking }) => lastAccessed(found, input.Granularity ?? 'SERVICE_LEVEL', asking),
  run: async ({ prepared, input, ...asking }) => {
    const subject = { arn: input.Arn, granularity: input.Granularity ?? 'SERVICE_LEVEL' }
    return { JobId: await keepReport(prepared, subject, asking) }
  },
})
