import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { deviceOfOwner } from '../nouns/mfa-device'
import { owner } from '../nouns/user'
import { serialNumber, userName } from '../shapes'

export const deactivateMfaDevice = operation({
  service: 'iam',
  name: 'DeactivateMFADevice',
  summary: 'Take an MFA device from a user, or from yourself; the device itself stays.',
  kind: 'write',
  input: z.object({ UserName: userName.optional(), SerialNumber: serialNumber }),
  on: existing(owner),
  ask: ({ target }) => [may('iam:DeactivateMFADevice', target)],
  run: async ({ found, input, store }) => {
    const device = await deviceOfOwner(store, found, input.SerialNumber)
    await store.mfaDevices.unassign(device.serial)
    return {}
  },
})
