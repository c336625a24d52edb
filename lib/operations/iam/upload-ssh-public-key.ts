import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { duplicateSshPublicKey, quotaExceeded } from '@/lib/aws/errors'
import { limits } from '@/lib/aws/limits'
import { existing } from '../bindings'
import { operation } from '../define'
import { fingerprintOf } from '../nouns/ssh-public-key'
import { user } from '../nouns/user'
import { keyText, userName } from '../shapes'
import { sshKeyShape } from './shapes/ssh-public-key-shape'

export const uploadSshPublicKey = operation({
  service: 'iam',
  name: 'UploadSSHPublicKey',
  summary: 'Add an SSH public key to a user.',
  kind: 'write',
  input: z.object({ UserName: userName, SSHPublicKeyBody: keyText(16_384) }),
  on: existing(user),
  ask: ({ target }) => [may('iam:UploadSSHPublicKey', target)],
  prepare: async ({ input }) => fingerprintOf(input.SSHPublicKeyBody),
  run: async ({ found, input, store, now, prepared: fingerprint }) => {
    const keys = await store.sshPublicKeys.list(found.id)
    if (keys.some((key) => key.fingerprint === fingerprint)) {
      throw duplicateSshPublicKey(`The SSH public key is already associated with user ${found.name}.`)
    }
    if (keys.length >= limits.SSHPublicKeysPerUserQuota) {
      throw quotaExceeded('SSHPublicKeysPerUser', limits.SSHPublicKeysPerUserQuota)
    }
    const body = input.SSHPublicKeyBody
    const key = await store.sshPublicKeys.create({ userId: found.id, fingerprint, body, uploadedAt: now })
    return { SSHPublicKey: sshKeyShape(found, key, body) }
  },
})
