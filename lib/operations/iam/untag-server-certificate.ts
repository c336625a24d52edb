import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { serverCertificate } from '../nouns/server-certificate'
import { serverCertificateName, tagKeys } from '../shapes'

export const untagServerCertificate = operation({
  service: 'iam',
  name: 'UntagServerCertificate',
  summary: 'Remove tags from a server certificate.',
  kind: 'write',
  input: z.object({ ServerCertificateName: serverCertificateName, TagKeys: tagKeys }),
  on: existing(serverCertificate),
  ask: ({ target, input }) => [may('iam:UntagServerCertificate', target, { 'aws:TagKeys': input.TagKeys })],
  run: async ({ found, input, store }) => {
    await store.tags.remove('server-certificate', found.id, input.TagKeys)
    return {}
  },
})
