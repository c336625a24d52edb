import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { serverCertificate } from '../nouns/server-certificate'
import { byKey } from '../nouns/tags'
import { cutPage, more, pageRequest } from '../paging'
import { paging, serverCertificateName } from '../shapes'

export const listServerCertificateTags = operation({
  service: 'iam',
  name: 'ListServerCertificateTags',
  summary: 'List the tags of a server certificate.',
  kind: 'read',
  input: z.object({ ServerCertificateName: serverCertificateName, ...paging }),
  on: existing(serverCertificate),
  ask: ({ target }) => [may('iam:ListServerCertificateTags', target)],
  run: async ({ found, input }) => {
    const page = cutPage(byKey(found.tags), pageRequest(input), ({ Key }) => Key)
    return { Tags: page.rows, ...more(page) }
  },
})
