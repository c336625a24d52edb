import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { encoded, sshKeyOfUser } from '../nouns/ssh-public-key'
import { user } from '../nouns/user'
import { oneOf, sshPublicKeyId, userName } from '../shapes'
import { sshKeyShape } from './shapes/ssh-public-key-shape'

export const getSshPublicKey = operation({
  service: 'iam',
  name: 'GetSSHPublicKey',
  summary: 'Get an SSH public key of a user, in the form of OpenSSH or as PEM.',
  kind: 'read',
  input: z.object({ UserName: userName, SSHPublicKeyId: sshPublicKeyId, Encoding: oneOf(['SSH', 'PEM']) }),
  on: existing(user),
  ask: ({ target }) => [may('iam:GetSSHPublicKey', target)],
  run: async ({ found, input, store }) => {
    const key = await sshKeyOfUser(store, found, input.SSHPublicKeyId)
    return { SSHPublicKey: sshKeyShape(found, key, encoded(key.body, input.Encoding)) }
  },
})
