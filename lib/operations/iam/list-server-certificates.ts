import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { pathList } from '../bindings'
import { operation } from '../define'
import { more, pageRequest } from '../paging'
import { paging, pathPrefix } from '../shapes'
import { serverCertificateMetadata } from './shapes/server-certificate-shape'

export const listServerCertificates = operation({
  service: 'iam',
  name: 'ListServerCertificates',
  summary: 'List the server certificates under a path.',
  kind: 'read',
  input: z.object({ PathPrefix: pathPrefix.optional(), ...paging }),
  on: pathList('server-certificate'),
  ask: ({ target }) => [may('iam:ListServerCertificates', target)],
  run: async ({ input, store, caller }) => {
    const page = await store.serverCertificates.list({ pathPrefix: input.PathPrefix, ...pageRequest(input) })
    const ServerCertificateMetadataList = page.rows.map((row) => serverCertificateMetadata(caller.account, row))
    return { ServerCertificateMetadataList, ...more(page) }
  },
})
