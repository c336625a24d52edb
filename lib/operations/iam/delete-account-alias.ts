import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { noSuchEntity } from '@/lib/aws/errors'
import { wholeAccount } from '../bindings'
import { operation } from '../define'
import { accountAlias } from '../shapes'

export const deleteAccountAlias = operation({
  service: 'iam',
  name: 'DeleteAccountAlias',
  summary: 'Take the alias from the account.',
  kind: 'write',
  input: z.object({ AccountAlias: accountAlias }),
  on: wholeAccount(),
  ask: ({ target }) => [may('iam:DeleteAccountAlias', target)],
  run: async ({ input, store }) => {
    const { alias } = await store.account.get()
    if (alias !== input.AccountAlias) throw noSuchEntity(`The account alias ${input.AccountAlias} cannot be found.`)
    await store.account.setAlias(null)
    return {}
  },
})
