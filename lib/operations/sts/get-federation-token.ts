import 'server-only'
import { z } from 'zod'
import type { SignedCaller } from '@/lib/access/caller'
import { may, tagContext } from '@/lib/access/question'
import { formatArn } from '@/lib/aws/arn'
import { accessDenied } from '@/lib/aws/errors'
import { ranges } from '@/lib/aws/limits'
import type { AccountStore } from '@/lib/store/account-store'
import type { Binding } from '../define'
import { operation } from '../define'
import { acceptedSessionPolicies, packedPolicySize, sessionPolicyMembers } from '../nouns/session-policies'
import { demandDistinct } from '../nouns/session-tags'
import { issueCredentials } from '../nouns/temporary-credentials'
import { federatedUserName, integer, tags } from '../shapes'

const { min, max, default: usual } = ranges.getFederationToken

const federatedUser: Binding<{ Name: string }, null> = {
  async locate({ caller: { account }, input }) {
    const arn = formatArn({ service: 'sts', account, resource: `federated-user/${input.Name}` })
    return { found: null, target: { arn, display: arn, account } }
  },
  check: () => null,
}

export const getFederationToken = operation({
  service: 'sts',
  name: 'GetFederationToken',
  summary:
    'Get temporary credentials for somebody of your own naming, with what the passed policies leave of your permissions.',
  kind: 'read',
  input: z.object({
    Name: federatedUserName,
    DurationSeconds: integer(min, max).optional(),
    Tags: tags.optional(),
    ...sessionPolicyMembers,
  }),
  on: federatedUser,
  ask: ({ target, input }) => {
    const { Tags = [] } = input
    demandDistinct(Tags)
    const context = tagContext(Tags)
    const actions = ['sts:GetFederationToken', ...(Tags.length > 0 ? ['sts:TagSession'] : [])]
    return actions.map((action) => may(action, target, context))
  },
  run: async ({ input, caller, store, target, now }) => {
    const { account } = caller
    const policies = await acceptedSessionPolicies(store, account, input)
    const { Name: name, Tags = [] } = input
    const PackedPolicySize = packedPolicySize(policies, Tags) ?? 0
    const issuer = await issuerOf(caller, store)
    // AWS: root's are good for an hour at most, whatever is asked for.
    const seconds = Math.min(
      input.DurationSeconds ?? usual,
      caller.kind === 'root' ? ranges.getSessionTokenAsRoot.max : max,
    )
    return {
      Credentials: issueCredentials({
        account,
        holder: { kind: 'federated', name, issuer, policies, tags: Tags },
        now,
        seconds,
      }),
      FederatedUser: { FederatedUserId: `${account}:${name}`, Arn: target.arn },
      PackedPolicySize,
    }
  },
})

async function issuerOf(caller: SignedCaller, store: AccountStore) {
  if (caller.kind === 'user') return { userId: caller.userId }
  if (caller.kind !== 'root') throw accessDenied('Cannot call GetFederationToken with session credentials')
  return { accountSince: (await store.account.get()).createdAt.getTime() }
}
