import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { accessDenied, validationError } from '@/lib/aws/errors'
import { ranges } from '@/lib/aws/limits'
import { operation } from '../define'
import { assumableRole } from '../nouns/assumable-role'
import { beginFederatedSession, federatedQuestions } from '../nouns/federated-session'
import { demandDuration } from '../nouns/session-duration'
import { sessionPolicyMembers } from '../nouns/session-policies'
import { integer, roleSessionName, stsArn, text } from '../shapes'

const { min, max } = ranges.assumeRole

export const assumeRoleWithWebIdentity = operation({
  service: 'sts',
  name: 'AssumeRoleWithWebIdentity',
  summary: 'Get temporary credentials of a role by the token of an OpenID Connect provider, without any key of AWS.',
  kind: 'read',
  input: z.object({
    RoleArn: stsArn,
    RoleSessionName: roleSessionName,
    WebIdentityToken: text({ min: 4, max: 20_000 }),
    ProviderId: text({ min: 4, max: 2048 }).optional(),
    DurationSeconds: integer(min, max).optional(),
    ...sessionPolicyMembers,
  }),
  on: assumableRole,
  ask: ({ input, caller, target, found }) => {
    if (caller.kind !== 'web-identity') return [may('sts:AssumeRoleWithWebIdentity', target)]
    const asked = { caller, target, found, sessionName: input.RoleSessionName }
    return federatedQuestions('sts:AssumeRoleWithWebIdentity', asked)
  },
  run: async ({ input, caller, found, store, now }) => {
    // AWS: a signature counts for nothing here, even where a trust policy names everybody.
    if (caller.kind !== 'web-identity') throw accessDenied('Not authorized to perform sts:AssumeRoleWithWebIdentity')
    if (input.ProviderId !== undefined)
      throw validationError('ProviderId is for OAuth 2.0 tokens, which are not known here.')
    const seconds = demandDuration(input.DurationSeconds, found, null)
    const sessionName = input.RoleSessionName
    return {
      ...(await beginFederatedSession({ caller, found, store, now, input, sessionName, seconds })),
      SubjectFromWebIdentityToken: caller.subject,
      Provider: caller.provider,
    }
  },
})
