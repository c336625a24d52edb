import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { owner } from '../nouns/user'
import { cutPage, more, pageRequest } from '../paging'
import { paging, userName } from '../shapes'
import { mfaDeviceShape } from './shapes/mfa-device-shape'

export const listMfaDevices = operation({
  service: 'iam',
  name: 'ListMFADevices',
  summary: 'List the MFA devices of a user, or your own.',
  kind: 'read',
  input: z.object({ UserName: userName.optional(), ...paging }),
  on: existing(owner),
  ask: ({ target }) => [may('iam:ListMFADevices', target)],
  run: async ({ found, input, store }) => {
    const devices = await store.mfaDevices.ofUser(found.id)
    const page = cutPage(devices, pageRequest(input), ({ serial }) => serial.toLowerCase())
    return { MFADevices: page.rows.map((device) => mfaDeviceShape(found, device)), ...more(page) }
  },
})
