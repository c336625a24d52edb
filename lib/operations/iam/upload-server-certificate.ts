import 'server-only'
import { z } from 'zod'
import { may, tagContext } from '@/lib/access/question'
import { quotaExceeded } from '@/lib/aws/errors'
import { limits } from '@/lib/aws/limits'
import { seal } from '@/lib/secrets/seal'
import { absent } from '../bindings'
import { operation } from '../define'
import { expiryOf } from '../nouns/certificate'
import { checkedCertificate, serverCertificate } from '../nouns/server-certificate'
import { byKey, distinctTags } from '../nouns/tags'
import { keyText, path, serverCertificateName, tags } from '../shapes'
import { serverCertificateMetadata } from './shapes/server-certificate-shape'

export const uploadServerCertificate = operation({
  service: 'iam',
  name: 'UploadServerCertificate',
  summary: 'Add a certificate for TLS with its private key, which is never shown again.',
  kind: 'write',
  input: z.object({
    ServerCertificateName: serverCertificateName,
    Path: path.optional(),
    CertificateBody: keyText(16_384),
    PrivateKey: keyText(16_384),
    CertificateChain: keyText(2_097_152).optional(),
    Tags: tags.optional(),
  }),
  on: absent(serverCertificate),
  ask: ({ target, input }) => {
    const upload = may('iam:UploadServerCertificate', target, tagContext(input.Tags))
    // AWS: tagging at creation asks for iam:TagServerCertificate as well (IAM user guide, "Tags for IAM resources").
    return input.Tags?.length ? [upload, may('iam:TagServerCertificate', target, tagContext(input.Tags))] : [upload]
  },
  prepare: async ({ input, now }) => ({
    expiresAt: expiryOf(checkedCertificate(input, now)),
    privateKeySealed: seal(input.PrivateKey, 'server-certificate'),
  }),
  run: async ({ input, store, caller, now, prepared }) => {
    if ((await store.serverCertificates.count()) >= limits.ServerCertificatesQuota) {
      throw quotaExceeded('ServerCertificatesPerAccount', limits.ServerCertificatesQuota)
    }
    const wanted = distinctTags(input.Tags ?? [], 'exact')
    const created = await store.serverCertificates.create({
      name: input.ServerCertificateName,
      path: input.Path ?? '/',
      body: input.CertificateBody,
      chain: input.CertificateChain ?? null,
      uploadedAt: now,
      tags: wanted,
      ...prepared,
    })
    return {
      ServerCertificateMetadata: serverCertificateMetadata(caller.account, created),
      ...(wanted.length > 0 && { Tags: byKey(wanted) }),
    }
  },
})
