import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { invalidInput, quotaExceeded } from '@/lib/aws/errors'
import { limits } from '@/lib/aws/limits'
import { existing } from '../bindings'
import { operation } from '../define'
import { credentialService, freeName, newSecret } from '../nouns/service-credential'
import { user } from '../nouns/user'
import { integer, text, userName } from '../shapes'
import { serviceCredentialShape } from './shapes/service-credential-shape'

const day = 24 * 60 * 60 * 1000

export const createServiceSpecificCredential = operation({
  service: 'iam',
  name: 'CreateServiceSpecificCredential',
  summary: 'Create a password or a key of a user for a single service; it is shown this once.',
  kind: 'write',
  input: z.object({ UserName: userName, ServiceName: text({}), CredentialAgeDays: integer(1, 36_600).optional() }),
  on: existing(user),
  ask: ({ target, input }) => [
    may('iam:CreateServiceSpecificCredential', target, {
      'iam:ServiceSpecificCredentialServiceName': input.ServiceName,
      'iam:ServiceSpecificCredentialAgeDays': input.CredentialAgeDays?.toString(),
    }),
  ],
  run: async ({ found, input, store, now }) => {
    const { ServiceName: serviceName, CredentialAgeDays: days } = input
    const hasKeys = credentialService(serviceName).keyPrefix !== null
    // AWS: only keys have an age (API reference); the sentence is our own.
    if (days !== undefined && !hasKeys) throw invalidInput(`CredentialAgeDays is not supported for ${serviceName}.`)
    const limit = limits.ServiceSpecificCredentialsPerUserQuota
    // AWS: the quota is documented, its name in the sentence is not.
    if ((await store.serviceCredentials.list(found.id, serviceName)).length >= limit) {
      throw quotaExceeded('ServiceSpecificCredentialsPerUser', limit)
    }
    const name = await freeName(store, serviceName, found.name)
    const named = { serviceName, serviceUserName: hasKeys ? '' : name, credentialAlias: hasKeys ? name : null }
    const { secretHash, members } = newSecret(named)
    const expiresAt = days === undefined ? null : new Date(now.getTime() + days * day)
    const made = { ...named, userId: found.id, secretHash, createdAt: now, expiresAt }
    const credential = await store.serviceCredentials.create(made)
    return { ServiceSpecificCredential: { ...serviceCredentialShape(credential, now), ...members } }
  },
})
