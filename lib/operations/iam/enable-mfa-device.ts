import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { entityAlreadyExists, invalidAuthenticationCode, quotaExceeded } from '@/lib/aws/errors'
import { limits } from '@/lib/aws/limits'
import { clockFrom } from '@/lib/store/mfa-code'
import { operation } from '../define'
import { namedOwner, noSuchMfaDevice } from '../nouns/mfa-device'
import { authenticationCode, serialNumber, userName } from '../shapes'

export const enableMfaDevice = operation({
  service: 'iam',
  name: 'EnableMFADevice',
  summary: 'Assign a virtual MFA device to a user, proved by two codes in a row.',
  kind: 'write',
  input: z.object({
    UserName: userName.optional(),
    SerialNumber: serialNumber,
    AuthenticationCode1: authenticationCode,
    AuthenticationCode2: authenticationCode,
  }),
  on: namedOwner,
  ask: ({ target }) => [may('iam:EnableMFADevice', target)],
  run: async ({ found, input, store, now }) => {
    const device = await store.mfaDevices.find(input.SerialNumber)
    if (!device) throw noSuchMfaDevice(input.SerialNumber)
    if (device.userId !== null) throw entityAlreadyExists(`Device ${input.SerialNumber} already exists.`)
    if ((await store.mfaDevices.countOf(found.id)) >= limits.MFADevicesPerUserQuota) {
      throw quotaExceeded('MFADevicesPerUser', limits.MFADevicesPerUserQuota)
    }
    const clock = clockFrom(device, [input.AuthenticationCode1, input.AuthenticationCode2], now, 'assign')
    if (!clock) throw invalidAuthenticationCode()
    await store.mfaDevices.assign(device.serial, { userId: found.id, at: now, ...clock })
    return {}
  },
})
