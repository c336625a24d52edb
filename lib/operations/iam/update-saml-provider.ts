import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { noSuchEntity } from '@/lib/aws/errors'
import type { SamlPrivateKey } from '@/lib/store/saml-providers'
import { existing } from '../bindings'
import { operation } from '../define'
import { readSamlMetadata } from '../nouns/saml-metadata'
import { samlProvider, withPrivateKey } from '../nouns/saml-provider'
import { arn, encryptionMode, keyText, privateKeyId, samlMetadata } from '../shapes'

export const updateSamlProvider = operation({
  service: 'iam',
  name: 'UpdateSAMLProvider',
  summary: "Replace a SAML provider's metadata document, or change how its assertions are encrypted.",
  kind: 'write',
  input: z.object({
    SAMLProviderArn: arn,
    SAMLMetadataDocument: samlMetadata.optional(),
    AssertionEncryptionMode: encryptionMode.optional(),
    AddPrivateKey: keyText(16_384).optional(),
    RemovePrivateKey: privateKeyId.optional(),
  }),
  on: existing(samlProvider),
  ask: ({ target }) => [may('iam:UpdateSAMLProvider', target)],
  prepare: async ({ input, now }) =>
    input.SAMLMetadataDocument === undefined ? {} : readSamlMetadata(input.SAMLMetadataDocument, now),
  run: async ({ found, input, target, store, now, prepared }) => {
    // The old key goes first, so that one call can put a new one in its place.
    const kept = withoutKey(found.privateKeys, input.RemovePrivateKey)
    await store.samlProviders.update(found.id, {
      ...prepared,
      metadata: input.SAMLMetadataDocument,
      encryptionMode: input.AssertionEncryptionMode,
      privateKeys: input.AddPrivateKey === undefined ? kept : withPrivateKey(kept, input.AddPrivateKey, now),
    })
    return { SAMLProviderArn: target.arn }
  },
})

function withoutKey(keys: readonly SamlPrivateKey[], id: string | undefined): readonly SamlPrivateKey[] {
  if (id === undefined) return keys
  if (!keys.some((key) => key.id === id)) throw noSuchEntity(`Private key ${id} cannot be found.`)
  return keys.filter((key) => key.id !== id)
}
