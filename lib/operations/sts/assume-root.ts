import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { ranges } from '@/lib/aws/limits'
import { operation } from '../define'
import { openedRoot } from '../nouns/opened-root'
import { arn, integer, rootPrincipal } from '../shapes'

const { min, max } = ranges.assumeRoot

export const assumeRoot = operation({
  service: 'sts',
  name: 'AssumeRoot',
  summary: 'Become root of a member account for one task, where the organization has opened its roots.',
  kind: 'read',
  input: z.object({
    TargetPrincipal: rootPrincipal,
    TaskPolicyArn: z.object({ arn }),
    DurationSeconds: integer(min, max).optional(),
  }),
  on: openedRoot,
  ask: ({ target, input }) => [may('sts:AssumeRoot', target, { 'sts:TaskPolicyArn': input.TaskPolicyArn.arn })],
  run: async ({ found }) => found,
})
