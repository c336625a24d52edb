import 'server-only'
import { z } from 'zod'
import type { FederatedCaller, RoleSession } from '@/lib/access/caller'
import { may, type Question, type Target, tagContext } from '@/lib/access/question'
import { formatArn } from '@/lib/aws/arn'
import { validationError } from '@/lib/aws/errors'
import type { RoleAbroad } from '@/lib/store/abroad'
import type { AccountStore } from '@/lib/store/account-store'
import { roleSessionName, tagKeys, tags } from '../shapes'
import { acceptedSessionPolicies, packedPolicySize } from './session-policies'
import { acceptedSessionTags } from './session-tags'
import { issueCredentials } from './temporary-credentials'

type Asked = { caller: FederatedCaller; target: Target; found: RoleAbroad | null; sessionName: string }

/** What the role's trust policy is asked about somebody for whom a provider vouches, and about all that he carries. */
export function federatedQuestions(action: string, { caller, target, found, sessionName }: Asked): Question[] {
  const { tags, transitiveTagKeys, sourceIdentity, claims } = caller
  const resourceTags = (found?.tags ?? []).map(({ Key, Value }) => [`iam:ResourceTag/${Key}`, Value])
  const context = {
    ...tagContext(tags),
    ...Object.fromEntries(resourceTags),
    ...claims,
    'sts:RoleSessionName': sessionName,
    'sts:SourceIdentity': sourceIdentity ?? undefined,
    'sts:TransitiveTagKeys': transitiveTagKeys.length > 0 ? transitiveTagKeys : undefined,
  }
  const actions = [action]
  if (tags.length > 0) actions.push('sts:TagSession')
  if (sourceIdentity !== null) actions.push('sts:SetSourceIdentity')
  return actions.map((one) => may(one, target, context))
}

type Beginning = {
  caller: FederatedCaller
  found: RoleAbroad
  store: AccountStore
  now: Date
  input: Parameters<typeof acceptedSessionPolicies>[2]
  sessionName: string
  seconds: number
  /** What the session's own policies may ask about. */
  claims?: RoleSession['claims']
}

const carriedShapes = z.object({ Tags: tags, TransitiveTagKeys: tagKeys, SourceIdentity: roleSessionName.nullable() })

/** The session that begins: what every federated operation answers. Throws where the call passes or carries nonsense. */
export async function beginFederatedSession(beginning: Beginning) {
  const { caller, found, store, now, input, sessionName, seconds, claims } = beginning
  const { account, id: roleId, name } = found
  const { provider, sourceIdentity } = caller
  const policies = await acceptedSessionPolicies(store, account, input)
  const carried = { Tags: [...caller.tags], TransitiveTagKeys: [...caller.transitiveTagKeys] }
  if (!carriedShapes.safeParse({ ...carried, SourceIdentity: sourceIdentity }).success) {
    throw validationError('The session tags or the source identity of the token are invalid.')
  }
  const tagged = acceptedSessionTags(null, carried)
  const holder = { kind: 'role', roleId, sessionName, policies, provider, sourceIdentity, claims, ...tagged } as const
  const resource = `assumed-role/${name}/${sessionName}`
  return {
    Credentials: issueCredentials({ account, holder, now, seconds }),
    AssumedRoleUser: {
      AssumedRoleId: `${roleId}:${sessionName}`,
      Arn: formatArn({ service: 'sts', account, resource }),
    },
    PackedPolicySize: packedPolicySize(policies, tagged.tags),
    SourceIdentity: sourceIdentity ?? undefined,
    Audience: caller.audience,
  }
}
