import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { sshKeyOfUser } from '../nouns/ssh-public-key'
import { user } from '../nouns/user'
import { keyStatus, sshPublicKeyId, userName } from '../shapes'

export const updateSshPublicKey = operation({
  service: 'iam',
  name: 'UpdateSSHPublicKey',
  summary: 'Activate or deactivate an SSH public key.',
  kind: 'write',
  input: z.object({ UserName: userName, SSHPublicKeyId: sshPublicKeyId, Status: keyStatus }),
  on: existing(user),
  ask: ({ target }) => [may('iam:UpdateSSHPublicKey', target)],
  run: async ({ found, input, store }) => {
    const key = await sshKeyOfUser(store, found, input.SSHPublicKeyId)
    await store.sshPublicKeys.setStatus(key.id, input.Status)
    return {}
  },
})
