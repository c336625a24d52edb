import 'server-only'
import { z } from 'zod'
import { operation } from '../define'
import { acquire, acquisition, acquisitionQuestions } from '../nouns/acquired-role'
import { arn, minorVersion, replacementValues } from '../shapes'
import { acquiredRole } from './shapes/role-shape'

export const acquireRole = operation({
  service: 'iam',
  name: 'AcquireRole',
  summary: 'Get the role that a template describes: a new one, or the one that was made of it before.',
  kind: 'write',
  input: z.object({
    TemplateArn: arn,
    TemplateMinorVersion: minorVersion.optional(),
    ReplacementValues: replacementValues.optional(),
  }),
  on: acquisition,
  ask: ({ target, found, caller }) => acquisitionQuestions(target, found?.plan ?? null, caller),
  run: async ({ found, store, caller, now }) => {
    const { role, trust } = await acquire(store, found, now)
    return { Role: acquiredRole(caller.account, role, trust) }
  },
})
