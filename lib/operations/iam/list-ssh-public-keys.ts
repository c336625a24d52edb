import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { userOrCaller } from '../nouns/user'
import { paging, userName } from '../shapes'

export const listSshPublicKeys = operation({
  service: 'iam',
  name: 'ListSSHPublicKeys',
  summary:
    'List the SSH public keys of a user, or your own. Nobody can have one; clients ask before they delete a user.',
  kind: 'read',
  input: z.object({ UserName: userName.optional(), ...paging }),
  on: existing(userOrCaller),
  ask: ({ target }) => [may('iam:ListSSHPublicKeys', target)],
  run: async () => ({ SSHPublicKeys: [], IsTruncated: false }),
})
