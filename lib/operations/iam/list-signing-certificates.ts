import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import type { SigningCertificate } from '@/lib/store/signing-certificates'
import { existing } from '../bindings'
import { operation } from '../define'
import { owner } from '../nouns/user'
import { cutPage, more, pageRequest } from '../paging'
import { paging, userName } from '../shapes'
import { signingCertificateShape } from './shapes/signing-certificate-shape'

export const listSigningCertificates = operation({
  service: 'iam',
  name: 'ListSigningCertificates',
  summary: 'List the signing certificates of a user, or your own.',
  kind: 'read',
  input: z.object({ UserName: userName.optional(), ...paging }),
  on: existing(owner),
  ask: ({ target }) => [may('iam:ListSigningCertificates', target)],
  run: async ({ found, input, store }) => {
    const page = cutPage(await store.signingCertificates.list(found.id), pageRequest(input), byAge)
    return { Certificates: page.rows.map((row) => signingCertificateShape(found, row)), ...more(page) }
  },
})

const byAge = (certificate: SigningCertificate) => `${certificate.uploadedAt.toISOString()} ${certificate.id}`
