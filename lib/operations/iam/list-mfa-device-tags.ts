import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { mfaDevice } from '../nouns/mfa-device'
import { byKey } from '../nouns/tags'
import { cutPage, more, pageRequest } from '../paging'
import { paging, serialNumber } from '../shapes'

export const listMfaDeviceTags = operation({
  service: 'iam',
  name: 'ListMFADeviceTags',
  summary: 'List the tags of a virtual MFA device.',
  kind: 'read',
  input: z.object({ SerialNumber: serialNumber, ...paging }),
  on: existing(mfaDevice),
  ask: ({ target }) => [may('iam:ListMFADeviceTags', target)],
  run: async ({ found, input }) => {
    const page = cutPage(byKey(found.tags), pageRequest(input), (tag) => tag.Key)
    return { Tags: page.rows, ...more(page) }
  },
})
