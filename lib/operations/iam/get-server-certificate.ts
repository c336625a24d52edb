import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { serverCertificate } from '../nouns/server-certificate'
import { byKey } from '../nouns/tags'
import { serverCertificateName } from '../shapes'
import { serverCertificateMetadata } from './shapes/server-certificate-shape'

export const getServerCertificate = operation({
  service: 'iam',
  name: 'GetServerCertificate',
  summary: 'Get a server certificate and its chain, without the private key.',
  kind: 'read',
  input: z.object({ ServerCertificateName: serverCertificateName }),
  on: existing(serverCertificate),
  ask: ({ target }) => [may('iam:GetServerCertificate', target)],
  run: async ({ found, caller }) => ({
    ServerCertificate: {
      ServerCertificateMetadata: serverCertificateMetadata(caller.account, found),
      CertificateBody: found.body,
      CertificateChain: found.chain ?? undefined,
      Tags: byKey(found.tags),
    },
  }),
})
