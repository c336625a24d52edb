import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import type { SshPublicKey } from '@/lib/store/ssh-public-keys'
import { existing } from '../bindings'
import { operation } from '../define'
import { userOrCaller } from '../nouns/user'
import { cutPage, more, pageRequest } from '../paging'
import { paging, userName } from '../shapes'
import { listedSshKey } from './shapes/ssh-public-key-shape'

export const listSshPublicKeys = operation({
  service: 'iam',
  name: 'ListSSHPublicKeys',
  summary: 'List the SSH public keys of a user, or your own.',
  kind: 'read',
  input: z.object({ UserName: userName.optional(), ...paging }),
  on: existing(userOrCaller),
  ask: ({ target }) => [may('iam:ListSSHPublicKeys', target)],
  run: async ({ found, input, store }) => {
    const page = cutPage(await store.sshPublicKeys.list(found.id), pageRequest(input), byAge)
    return { SSHPublicKeys: page.rows.map((key) => listedSshKey(found, key)), ...more(page) }
  },
})

const byAge = (key: SshPublicKey) => `${key.uploadedAt.toISOString()} ${key.id}`
