import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { duplicateCertificate, quotaExceeded } from '@/lib/aws/errors'
import { limits } from '@/lib/aws/limits'
import { existing } from '../bindings'
import { operation } from '../define'
import { certificateIdOf } from '../nouns/signing-certificate'
import { owner } from '../nouns/user'
import { keyText, userName } from '../shapes'
import { signingCertificateShape } from './shapes/signing-certificate-shape'

export const uploadSigningCertificate = operation({
  service: 'iam',
  name: 'UploadSigningCertificate',
  summary: 'Add an X.509 signing certificate to a user, or to yourself.',
  kind: 'write',
  input: z.object({ UserName: userName.optional(), CertificateBody: keyText(16_384) }),
  on: existing(owner),
  ask: ({ target }) => [may('iam:UploadSigningCertificate', target)],
  prepare: async ({ input, now }) => certificateIdOf(input.CertificateBody, now),
  run: async ({ found, input, store, now, prepared: id }) => {
    // AWS: the same certificate may belong to one user of the account only (API reference, UploadSigningCertificate).
    if (await store.signingCertificates.find(id)) {
      throw duplicateCertificate('The certificate is already associated with an IAM user in the account.')
    }
    if ((await store.signingCertificates.count(found.id)) >= limits.SigningCertificatesPerUserQuota) {
      throw quotaExceeded('CertificatesPerUser', limits.SigningCertificatesPerUserQuota)
    }
    const uploaded = { id, userId: found.id, body: input.CertificateBody, uploadedAt: now }
    return { Certificate: signingCertificateShape(found, await store.signingCertificates.create(uploaded)) }
  },
})
