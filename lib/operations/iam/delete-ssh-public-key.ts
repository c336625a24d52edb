import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { sshKeyOfUser } from '../nouns/ssh-public-key'
import { user } from '../nouns/user'
import { sshPublicKeyId, userName } from '../shapes'

export const deleteSshPublicKey = operation({
  service: 'iam',
  name: 'DeleteSSHPublicKey',
  summary: 'Delete an SSH public key.',
  kind: 'write',
  input: z.object({ UserName: userName, SSHPublicKeyId: sshPublicKeyId }),
  on: existing(user),
  ask: ({ target }) => [may('iam:DeleteSSHPublicKey', target)],
  run: async ({ found, input, store }) => {
    const key = await sshKeyOfUser(store, found, input.SSHPublicKeyId)
    await store.sshPublicKeys.delete(key.id)
    return {}
  },
})
