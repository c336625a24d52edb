import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { mfaDevice } from '../nouns/mfa-device'
import { serialNumber, tagKeys } from '../shapes'

export const untagMfaDevice = operation({
  service: 'iam',
  name: 'UntagMFADevice',
  summary: 'Remove tags from a virtual MFA device.',
  kind: 'write',
  input: z.object({ SerialNumber: serialNumber, TagKeys: tagKeys }),
  on: existing(mfaDevice),
  ask: ({ target, input }) => [may('iam:UntagMFADevice', target, { 'aws:TagKeys': input.TagKeys })],
  run: async ({ found, input, store }) => {
    await store.tags.remove('mfa', found.tagId, input.TagKeys)
    return {}
  },
})
