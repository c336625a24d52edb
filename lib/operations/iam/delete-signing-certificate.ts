import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { certificateOfOwner } from '../nouns/signing-certificate'
import { owner } from '../nouns/user'
import { certificateId, userName } from '../shapes'

export const deleteSigningCertificate = operation({
  service: 'iam',
  name: 'DeleteSigningCertificate',
  summary: 'Delete a signing certificate.',
  kind: 'write',
  input: z.object({ UserName: userName.optional(), CertificateId: certificateId }),
  on: existing(owner),
  ask: ({ target }) => [may('iam:DeleteSigningCertificate', target)],
  run: async ({ found, input, store }) => {
    const certificate = await certificateOfOwner(store, found, input.CertificateId)
    await store.signingCertificates.delete(certificate.id)
    return {}
  },
})
