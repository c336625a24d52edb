import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { credentialContext, credentialOfUser } from '../nouns/service-credential'
import { userOrCaller } from '../nouns/user'
import { keyStatus, serviceCredentialId, userName } from '../shapes'

export const updateServiceSpecificCredential = operation({
  service: 'iam',
  name: 'UpdateServiceSpecificCredential',
  summary: 'Activate or deactivate a service-specific credential.',
  kind: 'write',
  input: z.object({
    UserName: userName.optional(),
    ServiceSpecificCredentialId: serviceCredentialId,
    Status: keyStatus,
  }),
  on: existing(userOrCaller),
  ask: async ({ target, input, store }) => [
    may(
      'iam:UpdateServiceSpecificCredential',
      target,
      await credentialContext(store, input.ServiceSpecificCredentialId),
    ),
  ],
  run: async ({ found, input, store }) => {
    const credential = await credentialOfUser(store, found, input.ServiceSpecificCredentialId)
    await store.serviceCredentials.setStatus(credential.id, input.Status)
    return {}
  },
})
