import 'server-only'
import { z } from 'zod'
import type { SignedCaller } from '@/lib/access/caller'
import { may, type Question, tagContext } from '@/lib/access/question'
import { formatArn } from '@/lib/aws/arn'
import { accessDenied } from '@/lib/aws/errors'
import { ranges } from '@/lib/aws/limits'
import type { Tag } from '@/lib/aws/tag'
import { operation } from '../define'
import { assumableRole } from '../nouns/assumable-role'
import { demandMfaCode, mfaContext, mfaMembers } from '../nouns/mfa-code'
import { demandNoContexts, providedContexts, providersContext } from '../nouns/provided-contexts'
import { demandDuration } from '../nouns/session-duration'
import { acceptedSessionPolicies, packedPolicySize, sessionPolicyMembers } from '../nouns/session-policies'
import { acceptedSessionTags } from '../nouns/session-tags'
import { issueCredentials } from '../nouns/temporary-credentials'
import { externalId, integer, roleSessionName, stsArn, tagKeys, tags } from '../shapes'

const { min, max } = ranges.assumeRole

const input = z.object({
  RoleArn: stsArn,
  RoleSessionName: roleSessionName,
  DurationSeconds: integer(min, max).optional(),
  Tags: tags.optional(),
  TransitiveTagKeys: tagKeys.optional(),
  ExternalId: externalId.optional(),
  SourceIdentity: roleSessionName.optional(),
  ProvidedContexts: providedContexts.optional(),
  ...sessionPolicyMembers,
  ...mfaMembers,
})

type Input = z.output<typeof input>

export const assumeRole = operation({
  service: 'sts',
  name: 'AssumeRole',
  summary: 'Get temporary credentials of a role that trusts you, in this or another account.',
  kind: 'read',
  input,
  on: assumableRole,
  ask: ({ input, caller, target, found }) => {
    if (caller.kind === 'root') throw accessDenied('Roles may not be assumed by root accounts.')
    const session = sessionOf(caller, input)
    const context = contextOf(input, session, found?.tags ?? [])
    const actions = ['sts:AssumeRole']
    if (session.tags.length > 0) actions.push('sts:TagSession')
    if (session.sourceIdentity !== null) actions.push('sts:SetSourceIdentity')
    if (input.ProvidedContexts?.length) actions.push('sts:SetContext')
    return actions.map((action) => may(action, target, context))
  },
  run: async ({ input, caller, found, store, now }) => {
    const { account, id: roleId, name } = found
    const session = sessionOf(caller, input)
    demandNoContexts(input.ProvidedContexts)
    const seconds = demandDuration(input.DurationSeconds, found, caller)
    const policies = await acceptedSessionPolicies(store, account, input)
    const PackedPolicySize = packedPolicySize(policies, session.tags)
    // AWS: a code opens the role's door, but its sessions do not know of it ("Secure API access with MFA").
    await demandMfaCode(store, caller, input, now)
    const sessionName = input.RoleSessionName
    const holder = { kind: 'role', roleId, sessionName, policies, provider: null, ...session } as const
    const resource = `assumed-role/${name}/${sessionName}`
    return {
      Credentials: issueCredentials({ account, holder, now, seconds }),
      AssumedRoleUser: {
        AssumedRoleId: `${roleId}:${sessionName}`,
        Arn: formatArn({ service: 'sts', account, resource }),
      },
      PackedPolicySize,
      SourceIdentity: session.sourceIdentity ?? undefined,
    }
  },
})

/** Tags and source identity of the session to be: what was passed, and what a calling session hands down. */
function sessionOf(caller: SignedCaller, input: Input) {
  const inherited = caller.kind === 'role' ? caller.sourceIdentity : null
  // AWS: a source identity stays what it is through a whole chain of roles.
  if (inherited !== null && input.SourceIdentity !== undefined && input.SourceIdentity !== inherited) {
    throw accessDenied(
      `User: ${caller.arn} is not authorized to perform: sts:SetSourceIdentity on resource: ${input.RoleArn}`,
    )
  }
  return { sourceIdentity: inherited ?? input.SourceIdentity ?? null, ...acceptedSessionTags(caller, input) }
}

type Session = ReturnType<typeof sessionOf>

function contextOf(input: Input, { sourceIdentity }: Session, roleTags: readonly Tag[]): Question['context'] {
  const { TransitiveTagKeys: transitive = [] } = input
  const resourceTags = roleTags.map(({ Key, Value }) => [`iam:ResourceTag/${Key}`, Value])
  return {
    ...tagContext(input.Tags),
    ...mfaContext(input),
    ...providersContext(input.ProvidedContexts),
    ...Object.fromEntries(resourceTags),
    'sts:ExternalId': input.ExternalId,
    'sts:RoleSessionName': input.RoleSessionName,
    'sts:SourceIdentity': sourceIdentity ?? undefined,
    'sts:TransitiveTagKeys': transitive.length > 0 ? transitive : undefined,
  }
}
