import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { wholeAccount } from '../bindings'
import { operation } from '../define'
import { paging } from '../shapes'

export const listAccountAliases = operation({
  service: 'iam',
  name: 'ListAccountAliases',
  summary: "List the account's alias: one or none.",
  kind: 'read',
  input: z.object(paging),
  on: wholeAccount(),
  ask: ({ target }) => [may('iam:ListAccountAliases', target)],
  run: async ({ store }) => {
    const { alias } = await store.account.get()
    return { AccountAliases: alias === null ? [] : [alias], IsTruncated: false }
  },
})
