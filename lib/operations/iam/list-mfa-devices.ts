import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { owner } from '../nouns/user'
import { paging, userName } from '../shapes'

export const listMfaDevices = operation({
  service: 'iam',
  name: 'ListMFADevices',
  summary: 'List the MFA devices of a user, or your own. Nobody can have one yet.',
  kind: 'read',
  input: z.object({ UserName: userName.optional(), ...paging }),
  on: existing(owner),
  ask: ({ target }) => [may('iam:ListMFADevices', target)],
  run: async () => ({ MFADevices: [], IsTruncated: false }),
})
