import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { noSuchEntity } from '@/lib/aws/errors'
import { wholeAccount } from '../bindings'
import { operation } from '../define'

export const deleteAccountPasswordPolicy = operation({
  service: 'iam',
  name: 'DeleteAccountPasswordPolicy',
  summary: "Go back to AWS's default password rules.",
  kind: 'write',
  input: z.object({}),
  on: wholeAccount(),
  ask: ({ target }) => [may('iam:DeleteAccountPasswordPolicy', target)],
  run: async ({ store }) => {
    const wasThere = await store.passwordPolicy.delete()
    if (!wasThere) throw noSuchEntity('The account policy with name PasswordPolicy cannot be found.')
    return {}
  },
})
