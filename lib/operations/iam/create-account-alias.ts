import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { entityAlreadyExists } from '@/lib/aws/errors'
import { isTaken } from '@/lib/store'
import { wholeAccount } from '../bindings'
import { operation } from '../define'
import { accountAlias } from '../shapes'

export const createAccountAlias = operation({
  service: 'iam',
  name: 'CreateAccountAlias',
  summary: 'Give the account an alias; it replaces the one before.',
  kind: 'write',
  input: z.object({
    // Twelve digits are an account ID at the sign-in, so that such an alias could never be used there.
    AccountAlias: accountAlias.refine((alias) => !/^\d{12}$/.test(alias), 'Member must not be 12 digits'),
  }),
  on: wholeAccount(),
  ask: ({ target }) => [may('iam:CreateAccountAlias', target)],
  run: async ({ input, store }) => {
    try {
      await store.account.setAlias(input.AccountAlias)
    } catch (error) {
      if (!isTaken(error)) throw error
      throw entityAlreadyExists(`The account alias ${input.AccountAlias} already exists.`)
    }
    return {}
  },
})
