import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { accountOfAccessKey } from '@/lib/aws/access-key-id'
import { validationError } from '@/lib/aws/errors'
import { wholeAccount } from '../bindings'
import { operation } from '../define'
import { accessKeyId } from '../shapes'

// AWS: the account is read from the ID itself; whether there is such a key is not told.
export const getAccessKeyInfo = operation({
  service: 'sts',
  name: 'GetAccessKeyInfo',
  summary: 'Tell the account that an access key ID names.',
  kind: 'read',
  input: z.object({ AccessKeyId: accessKeyId }),
  on: wholeAccount(),
  ask: ({ target }) => [may('sts:GetAccessKeyInfo', target)],
  run: async ({ input }) => {
    const Account = accountOfAccessKey(input.AccessKeyId)
    if (Account === null) throw validationError(`Invalid value for parameter AccessKeyId: ${input.AccessKeyId}`)
    return { Account }
  },
})
