import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { credentialContext, credentialOfUser } from '../nouns/service-credential'
import { userOrCaller } from '../nouns/user'
import { serviceCredentialId, userName } from '../shapes'

export const deleteServiceSpecificCredential = operation({
  service: 'iam',
  name: 'DeleteServiceSpecificCredential',
  summary: 'Delete a service-specific credential.',
  kind: 'write',
  input: z.object({ UserName: userName.optional(), ServiceSpecificCredentialId: serviceCredentialId }),
  on: existing(userOrCaller),
  ask: async ({ target, input, store }) => [
    may(
      'iam:DeleteServiceSpecificCredential',
      target,
      await credentialContext(store, input.ServiceSpecificCredentialId),
    ),
  ],
  run: async ({ found, input, store }) => {
    const credential = await credentialOfUser(store, found, input.ServiceSpecificCredentialId)
    await store.serviceCredentials.delete(credential.id)
    return {}
  },
})
