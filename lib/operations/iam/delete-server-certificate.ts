import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { serverCertificate } from '../nouns/server-certificate'
import { serverCertificateName } from '../shapes'

export const deleteServerCertificate = operation({
  service: 'iam',
  name: 'DeleteServerCertificate',
  summary: 'Delete a server certificate.',
  kind: 'write',
  input: z.object({ ServerCertificateName: serverCertificateName }),
  on: existing(serverCertificate),
  ask: ({ target }) => [may('iam:DeleteServerCertificate', target)],
  run: async ({ found, store }) => {
    await store.serverCertificates.delete(found.id)
    return {}
  },
})
