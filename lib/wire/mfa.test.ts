import {
  CreateVirtualMFADeviceCommand,
  EnableMFADeviceCommand,
  InvalidAuthenticationCodeException,
  ListVirtualMFADevicesCommand,
} from '@aws-sdk/client-iam'
import { describe, expect, it } from 'vitest'
import { codeAt, stepAt } from '@/lib/secrets/totp'
import { iamClient } from './testing'

describe('the official SDK', () => {
  it('reads the seed and the picture of an MFA device, and enables it', async () => {
    const { iam, account } = await iamClient()
    const made = await iam.send(new CreateVirtualMFADeviceCommand({ VirtualMFADeviceName: 'phone' }))
    const { SerialNumber = '', Base32StringSeed, QRCodePNG } = made.VirtualMFADevice ?? {}
    const seed = Buffer.from(Base32StringSeed ?? []).toString()
    expect(seed).toMatch(/^[A-Z2-7]{64}$/)
    expect(Buffer.from(QRCodePNG ?? []).toString('latin1', 1, 4)).toBe('PNG')

    const enable = (first: number, second: number) =>
      iam.send(
        new EnableMFADeviceCommand({
          // AWS has no call by which root enables its own; ours takes one without a name.
          UserName: undefined,
          SerialNumber,
          AuthenticationCode1: codeAt(seed, stepAt(new Date()) + first),
          AuthenticationCode2: codeAt(seed, stepAt(new Date()) + second),
        }),
      )
    await expect(enable(0, 0)).rejects.toBeInstanceOf(InvalidAuthenticationCodeException)
    await enable(-1, 0)
    const { VirtualMFADevices } = await iam.send(new ListVirtualMFADevicesCommand({ AssignmentStatus: 'Assigned' }))
    expect(VirtualMFADevices).toMatchObject([
      { SerialNumber, EnableDate: expect.any(Date), User: { UserId: account, Arn: `arn:aws:iam::${account}:root` } },
    ])
  })
})
