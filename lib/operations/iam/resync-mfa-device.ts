import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { invalidAuthenticationCode } from '@/lib/aws/errors'
import { clockFrom } from '@/lib/store/mfa-code'
import { operation } from '../define'
import { deviceOfOwner, namedOwner } from '../nouns/mfa-device'
import { authenticationCode, serialNumber, userName } from '../shapes'

export const resyncMfaDevice = operation({
  service: 'iam',
  name: 'ResyncMFADevice',
  summary: "Learn by two codes in a row how far a device's clock is off.",
  kind: 'write',
  input: z.object({
    UserName: userName.optional(),
    SerialNumber: serialNumber,
    AuthenticationCode1: authenticationCode,
    AuthenticationCode2: authenticationCode,
  }),
  on: namedOwner,
  ask: ({ target }) => [may('iam:ResyncMFADevice', target)],
  run: async ({ found, input, store, now }) => {
    const device = await deviceOfOwner(store, found, input.SerialNumber)
    const clock = clockFrom(device, [input.AuthenticationCode1, input.AuthenticationCode2], now, 'resync')
    const isNew = clock !== null && (await store.mfaDevices.claimStep(device.serial, clock.step, clock.drift))
    if (!isNew) throw invalidAuthenticationCode()
    return {}
  },
})
