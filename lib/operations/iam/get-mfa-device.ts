import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { deviceOfOwner } from '../nouns/mfa-device'
import { owner } from '../nouns/user'
import { serialNumber, userName } from '../shapes'
import { mfaDeviceShape } from './shapes/mfa-device-shape'

export const getMfaDevice = operation({
  service: 'iam',
  name: 'GetMFADevice',
  summary: 'Show one MFA device of a user, or of yourself.',
  kind: 'read',
  input: z.object({ UserName: userName.optional(), SerialNumber: serialNumber }),
  on: existing(owner),
  ask: ({ target }) => [may('iam:GetMFADevice', target)],
  run: async ({ found, input, store }) => mfaDeviceShape(found, await deviceOfOwner(store, found, input.SerialNumber)),
})
