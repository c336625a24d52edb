import 'server-only'
import { z } from 'zod'
import type { SignedCaller } from '@/lib/access/caller'
import { may } from '@/lib/access/question'
import type { AccountStore } from '@/lib/store/account-store'
import { existing } from '../bindings'
import { operation } from '../define'
import { owner } from '../nouns/user'
import { userName } from '../shapes'
import { userShape } from './shapes/user-shape'

export const getUser = operation({
  service: 'iam',
  name: 'GetUser',
  summary: 'Get a user, or yourself where no name is given.',
  kind: 'read',
  input: z.object({ UserName: userName.optional() }),
  on: existing(owner),
  ask: ({ target }) => [may('iam:GetUser', target)],
  run: async ({ found, store, caller }) => ({
    User: found.user ? userShape(caller.account, found.user) : await rootShape(store, caller),
  }),
})

// AWS: root's data has no name and no path, and its ID is the account's.
async function rootShape(store: AccountStore, { account, arn }: SignedCaller) {
  const { createdAt, rootPasswordLastUsedAt } = await store.account.get()
  return {
    Path: undefined,
    UserName: undefined,
    UserId: account,
    Arn: arn,
    CreateDate: createdAt,
    ...(rootPasswordLastUsedAt && { PasswordLastUsed: rootPasswordLastUsedAt }),
  }
}
