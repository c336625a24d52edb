import 'server-only'
import { z } from 'zod'
import { may, tagContext } from '@/lib/access/question'
import { quotaExceeded } from '@/lib/aws/errors'
import { limits } from '@/lib/aws/limits'
import { absent } from '../bindings'
import { operation } from '../define'
import { readSamlMetadata } from '../nouns/saml-metadata'
import { newSamlProvider, withPrivateKey } from '../nouns/saml-provider'
import { distinctTags } from '../nouns/tags'
import { encryptionMode, keyText, samlMetadata, samlProviderName, tags } from '../shapes'

export const createSamlProvider = operation({
  service: 'iam',
  name: 'CreateSAMLProvider',
  summary: 'Trust a SAML 2.0 provider by its metadata document.',
  kind: 'write',
  input: z.object({
    SAMLMetadataDocument: samlMetadata,
    Name: samlProviderName,
    Tags: tags.optional(),
    AssertionEncryptionMode: encryptionMode.optional(),
    AddPrivateKey: keyText(16_384).optional(),
  }),
  on: absent(newSamlProvider),
  // AWS: tagging at creation asks for iam:TagSAMLProvider as well (IAM user guide, "Tags for IAM resources").
  ask: ({ target, input }) => {
    const context = tagContext(input.Tags)
    const create = may('iam:CreateSAMLProvider', target, context)
    return input.Tags?.length ? [create, may('iam:TagSAMLProvider', target, context)] : [create]
  },
  prepare: async ({ input, now }) => ({
    ...readSamlMetadata(input.SAMLMetadataDocument, now),
    privateKeys: input.AddPrivateKey === undefined ? [] : withPrivateKey([], input.AddPrivateKey, now),
  }),
  run: async ({ input, target, store, now, prepared }) => {
    const wanted = distinctTags(input.Tags ?? [], 'exact')
    if ((await store.samlProviders.count()) >= limits.SAMLProvidersQuota) {
      throw quotaExceeded('SAMLProvidersPerAccount', limits.SAMLProvidersQuota)
    }
    await store.samlProviders.create({
      ...prepared,
      name: input.Name,
      metadata: input.SAMLMetadataDocument,
      encryptionMode: input.AssertionEncryptionMode ?? null,
      createdAt: now,
      tags: wanted,
    })
    return { SAMLProviderArn: target.arn, ...(wanted.length > 0 && { Tags: [...wanted] }) }
  },
})
