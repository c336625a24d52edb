import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { accessDenied } from '@/lib/aws/errors'
import { ranges } from '@/lib/aws/limits'
import { operation } from '../define'
import { assumableRole } from '../nouns/assumable-role'
import { beginFederatedSession, federatedQuestions } from '../nouns/federated-session'
import { demandDuration } from '../nouns/session-duration'
import { sessionPolicyMembers } from '../nouns/session-policies'
import { integer, stsArn, text } from '../shapes'

const { min, max } = ranges.assumeRole

const notAuthorized = () => accessDenied('Not authorized to perform sts:AssumeRoleWithSAML')

export const assumeRoleWithSaml = operation({
  service: 'sts',
  name: 'AssumeRoleWithSAML',
  summary: 'Get temporary credentials of a role by the assertion of a SAML provider, without any key of AWS.',
  kind: 'read',
  input: z.object({
    RoleArn: stsArn,
    PrincipalArn: stsArn,
    SAMLAssertion: text({ min: 4, max: 100_000 }),
    DurationSeconds: integer(min, max).optional(),
    ...sessionPolicyMembers,
  }),
  on: assumableRole,
  ask: ({ input, caller, target, found }) => {
    if (caller.kind !== 'saml') return [may('sts:AssumeRoleWithSAML', target)]
    // AWS: the assertion itself must offer the role, together with the provider.
    if (!caller.roles.includes(input.RoleArn)) throw notAuthorized()
    return federatedQuestions('sts:AssumeRoleWithSAML', { caller, target, found, sessionName: caller.sessionName })
  },
  run: async ({ input, caller, found, store, now }) => {
    // AWS: a signature counts for nothing here, even where a trust policy names everybody.
    if (caller.kind !== 'saml') throw notAuthorized()
    const { sessionName, sessionUntil, subject, subjectType, issuer, nameQualifier } = caller
    // AWS: SessionDuration in an assertion is for the console's sign-in; here it is SessionNotOnOrAfter that shortens.
    const most = sessionUntil ? Math.floor((sessionUntil.getTime() - now.getTime()) / 1000) : max
    const seconds = Math.min(demandDuration(input.DurationSeconds, found, null), most)
    // AWS: IAM user guide, "Available keys for SAML-based AWS STS federation": these three outlive the call.
    const claims = {
      'saml:sub': subject,
      'saml:namequalifier': nameQualifier,
      ...(subjectType !== null && { 'saml:sub_type': subjectType }),
    }
    return {
      ...(await beginFederatedSession({ caller, found, store, now, input, sessionName, seconds, claims })),
      Subject: subject,
      SubjectType: subjectType ?? undefined,
      Issuer: issuer,
      NameQualifier: nameQualifier,
    }
  },
})
