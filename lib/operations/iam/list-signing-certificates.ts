import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { userOrCaller } from '../nouns/user'
import { paging, userName } from '../shapes'

export const listSigningCertificates = operation({
  service: 'iam',
  name: 'ListSigningCertificates',
  summary:
    'List the signing certificates of a user, or your own. Nobody can have one; clients ask before they delete a user.',
  kind: 'read',
  input: z.object({ UserName: userName.optional(), ...paging }),
  on: existing(userOrCaller),
  ask: ({ target }) => [may('iam:ListSigningCertificates', target)],
  run: async () => ({ Certificates: [], IsTruncated: false }),
})
