import 'server-only'
import { z } from 'zod'
import { may, tagContext } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { mfaDevice } from '../nouns/mfa-device'
import { addTags } from '../nouns/tags'
import { serialNumber, tags } from '../shapes'

export const tagMfaDevice = operation({
  service: 'iam',
  name: 'TagMFADevice',
  summary: 'Add tags to a virtual MFA device, or change their values.',
  kind: 'write',
  input: z.object({ SerialNumber: serialNumber, Tags: tags }),
  on: existing(mfaDevice),
  ask: ({ target, input }) => [may('iam:TagMFADevice', target, tagContext(input.Tags))],
  run: async ({ found, input, store }) => {
    await addTags(store, { type: 'mfa', id: found.tagId, tags: found.tags }, input.Tags)
    return {}
  },
})
