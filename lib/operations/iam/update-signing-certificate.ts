import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { certificateOfOwner } from '../nouns/signing-certificate'
import { owner } from '../nouns/user'
import { certificateId, keyStatus, userName } from '../shapes'

export const updateSigningCertificate = operation({
  service: 'iam',
  name: 'UpdateSigningCertificate',
  summary: 'Activate or deactivate a signing certificate.',
  kind: 'write',
  input: z.object({ UserName: userName.optional(), CertificateId: certificateId, Status: keyStatus }),
  on: existing(owner),
  ask: ({ target }) => [may('iam:UpdateSigningCertificate', target)],
  run: async ({ found, input, store }) => {
    const certificate = await certificateOfOwner(store, found, input.CertificateId)
    await store.signingCertificates.setStatus(certificate.id, input.Status)
    return {}
  },
})
