import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { samlProvider } from '../nouns/saml-provider'
import { byKey } from '../nouns/tags'
import { arn, encryptionMode } from '../shapes'

export const getSamlProvider = operation({
  service: 'iam',
  name: 'GetSAMLProvider',
  summary: 'Show a SAML provider with its metadata document.',
  kind: 'read',
  input: z.object({ SAMLProviderArn: arn }),
  on: existing(samlProvider),
  ask: ({ target }) => [may('iam:GetSAMLProvider', target)],
  run: async ({ found, store }) => ({
    SAMLProviderUUID: found.id,
    SAMLMetadataDocument: await store.samlProviders.metadata(found.id),
    CreateDate: found.createdAt,
    ...(found.validUntil && { ValidUntil: found.validUntil }),
    Tags: byKey(found.tags),
    ...(found.encryptionMode !== null && { AssertionEncryptionMode: encryptionMode.parse(found.encryptionMode) }),
    PrivateKeyList: found.privateKeys.map(({ id, addedAt }) => ({ KeyId: id, Timestamp: addedAt })),
  }),
})
