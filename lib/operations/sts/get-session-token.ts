import 'server-only'
import { z } from 'zod'
import type { SignedCaller, TokenHolder } from '@/lib/access/caller'
import { may } from '@/lib/access/question'
import { accessDenied } from '@/lib/aws/errors'
import { ranges } from '@/lib/aws/limits'
import type { AccountStore } from '@/lib/store/account-store'
import { wholeAccount } from '../bindings'
import { operation } from '../define'
import { demandMfaCode, mfaMembers } from '../nouns/mfa-code'
import { issueCredentials } from '../nouns/temporary-credentials'
import { integer } from '../shapes'

const { min, max, default: usual } = ranges.getSessionToken

export const getSessionToken = operation({
  service: 'sts',
  name: 'GetSessionToken',
  summary: 'Get temporary credentials of your own, with MFA where a code is given.',
  kind: 'read',
  input: z.object({ DurationSeconds: integer(min, max).optional(), ...mfaMembers }),
  on: wholeAccount(),
  ask: ({ target }) => [may('sts:GetSessionToken', target)],
  run: async ({ input, caller, store, now }) => {
    const holder = await holderOf(caller, store)
    const hasMfa = await demandMfaCode(store, caller, input, now)
    // AWS: root's are good for an hour at most, whatever is asked for.
    const most = caller.kind === 'root' ? ranges.getSessionTokenAsRoot.max : max
    const seconds = Math.min(input.DurationSeconds ?? usual, most)
    const { account } = caller
    return { Credentials: issueCredentials({ account, holder, now, seconds, mfaAt: hasMfa ? now : null }) }
  },
})

async function holderOf(caller: SignedCaller, store: AccountStore): Promise<TokenHolder> {
  if (caller.kind === 'user') return { kind: 'user', userId: caller.userId }
  if (caller.kind !== 'root') throw accessDenied('Cannot call GetSessionToken with session credentials')
  return { kind: 'root', accountSince: (await store.account.get()).createdAt.getTime() }
}
