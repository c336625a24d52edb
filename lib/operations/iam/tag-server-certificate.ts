import 'server-only'
import { z } from 'zod'
import { may, tagContext } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { serverCertificate } from '../nouns/server-certificate'
import { addTags } from '../nouns/tags'
import { serverCertificateName, tags } from '../shapes'

export const tagServerCertificate = operation({
  service: 'iam',
  name: 'TagServerCertificate',
  summary: 'Add tags to a server certificate or change their values.',
  kind: 'write',
  input: z.object({ ServerCertificateName: serverCertificateName, Tags: tags }),
  on: existing(serverCertificate),
  ask: ({ target, input }) => [may('iam:TagServerCertificate', target, tagContext(input.Tags))],
  run: async ({ found, input, store }) => {
    await addTags(store, { type: 'server-certificate', id: found.id, tags: found.tags }, input.Tags)
    return {}
  },
})
