import 'server-only'
import { z } from 'zod'
import { may, tagContext } from '@/lib/access/question'
import { formatArn } from '@/lib/aws/arn'
import { accessDenied, validationError } from '@/lib/aws/errors'
import { ranges } from '@/lib/aws/limits'
import { operation } from '../define'
import { assumableRole } from '../nouns/assumable-role'
import { demandDuration } from '../nouns/session-duration'
import { acceptedSessionPolicies, packedPolicySize, sessionPolicyMembers } from '../nouns/session-policies'
import { acceptedSessionTags } from '../nouns/session-tags'
import { issueCredentials } from '../nouns/temporary-credentials'
import { integer, roleSessionName, stsRoleArn, tagKeys, tags, text } from '../shapes'

const { min, max } = ranges.assumeRole

const tokenShapes = z.object({ Tags: tags, TransitiveTagKeys: tagKeys })

export const assumeRoleWithWebIdentity = operation({
  service: 'sts',
  name: 'AssumeRoleWithWebIdentity',
  summary: 'Get temporary credentials of a role by the token of an OpenID Connect provider, without any key of AWS.',
  kind: 'read',
  input: z.object({
    RoleArn: stsRoleArn,
    RoleSessionName: roleSessionName,
    WebIdentityToken: text({ min: 4, max: 20_000 }),
    ProviderId: text({ min: 4, max: 2048 }).optional(),
    DurationSeconds: integer(min, max).optional(),
    ...sessionPolicyMembers,
  }),
  on: assumableRole,
  ask: ({ input, caller, target, found }) => {
    if (caller.kind !== 'web-identity') return [may('sts:AssumeRoleWithWebIdentity', target)]
    const resourceTags = (found?.tags ?? []).map(({ Key, Value }) => [`iam:ResourceTag/${Key}`, Value])
    const context = {
      ...tagContext(caller.tags),
      ...Object.fromEntries(resourceTags),
      ...caller.claims,
      'sts:RoleSessionName': input.RoleSessionName,
      'sts:TransitiveTagKeys': caller.transitiveTagKeys.length > 0 ? caller.transitiveTagKeys : undefined,
    }
    const assume = may('sts:AssumeRoleWithWebIdentity', target, context)
    return caller.tags.length > 0 ? [assume, may('sts:TagSession', target, context)] : [assume]
  },
  run: async ({ input, caller, found, store, now }) => {
    // AWS: a signature counts for nothing here, even where a trust policy names everybody.
    if (caller.kind !== 'web-identity') throw accessDenied('Not authorized to perform sts:AssumeRoleWithWebIdentity')
    if (input.ProviderId !== undefined)
      throw validationError('ProviderId is for OAuth 2.0 tokens, which are not known here.')
    const { account, id: roleId, name } = found
    const seconds = demandDuration(input.DurationSeconds, found, null)
    const policies = await acceptedSessionPolicies(store, account, input)
    const carried = { Tags: [...caller.tags], TransitiveTagKeys: [...caller.transitiveTagKeys] }
    if (!tokenShapes.safeParse(carried).success) throw validationError('The session tags of the token are invalid.')
    const tagged = acceptedSessionTags(null, carried)
    const sessionName = input.RoleSessionName
    const { provider } = caller
    const holder = { kind: 'role', roleId, sessionName, policies, provider, sourceIdentity: null, ...tagged } as const
    const resource = `assumed-role/${name}/${sessionName}`
    return {
      Credentials: issueCredentials({ account, holder, now, seconds }),
      SubjectFromWebIdentityToken: caller.subject,
      AssumedRoleUser: {
        AssumedRoleId: `${roleId}:${sessionName}`,
        Arn: formatArn({ service: 'sts', account, resource }),
      },
      PackedPolicySize: packedPolicySize(policies, tagged.tags),
      Provider: provider,
      Audience: caller.audience,
    }
  },
})
