import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { userOrCaller } from '../nouns/user'
import { flag, paging, text, userName } from '../shapes'

export const listServiceSpecificCredentials = operation({
  service: 'iam',
  name: 'ListServiceSpecificCredentials',
  summary:
    'List the credentials of a user for single services. Nobody can have one; clients ask before they delete a user.',
  kind: 'read',
  input: z.object({
    UserName: userName.optional(),
    ServiceName: text({}).optional(),
    AllUsers: flag.optional(),
    ...paging,
  }),
  on: existing(userOrCaller),
  ask: ({ target }) => [may('iam:ListServiceSpecificCredentials', target)],
  run: async () => ({ ServiceSpecificCredentials: [], IsTruncated: false }),
})
