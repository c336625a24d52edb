import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { credentialContext, credentialOfUser, newSecret } from '../nouns/service-credential'
import { userOrCaller } from '../nouns/user'
import { serviceCredentialId, userName } from '../shapes'
import { serviceCredentialShape } from './shapes/service-credential-shape'

export const resetServiceSpecificCredential = operation({
  service: 'iam',
  name: 'ResetServiceSpecificCredential',
  summary: 'Give a service-specific credential a new secret, which is shown this once; the old one ends.',
  kind: 'write',
  input: z.object({ UserName: userName.optional(), ServiceSpecificCredentialId: serviceCredentialId }),
  on: existing(userOrCaller),
  ask: async ({ target, input, store }) => [
    may(
      'iam:ResetServiceSpecificCredential',
      target,
      await credentialContext(store, input.ServiceSpecificCredentialId),
    ),
  ],
  run: async ({ found, input, store, now }) => {
    const credential = await credentialOfUser(store, found, input.ServiceSpecificCredentialId)
    const { secretHash, members } = newSecret(credential)
    await store.serviceCredentials.setSecret(credential.id, secretHash)
    return { ServiceSpecificCredential: { ...serviceCredentialShape(credential, now), ...members } }
  },
})
