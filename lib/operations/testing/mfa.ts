import 'server-only'
import { codeAt, stepAt } from '@/lib/secrets/totp'
import { createVirtualMfaDevice } from '../iam/create-virtual-mfa-device'
import { enableMfaDevice } from '../iam/enable-mfa-device'
import type { Lab } from './lab'

/** A virtual device as an authenticator app has it: its serial number and the code of a step before or after the lab's now. */
export async function newDevice(lab: Lab, VirtualMFADeviceName: string) {
  const { VirtualMFADevice: device } = await lab.root.perform(createVirtualMfaDevice, { VirtualMFADeviceName })
  const seed = Buffer.from(device.Base32StringSeed).toString()
  return { serial: device.SerialNumber, seed, codeIn: (steps: number) => codeAt(seed, stepAt(lab.now) + steps) }
}

/** A device that the user has, or root where none is named; the code of `codeIn(1)` is its first that is good. */
export async function assignedDevice(lab: Lab, UserName: string | undefined, name: string) {
  const device = await newDevice(lab, name)
  await lab.root.perform(enableMfaDevice, { UserName, SerialNumber: device.serial, ...codes(device, -1) })
  return device
}

/** The members of two codes in a row, the first so many steps from now. */
export const codes = (device: { codeIn(steps: number): string }, first: number) => ({
  AuthenticationCode1: device.codeIn(first),
  AuthenticationCode2: device.codeIn(first + 1),
})
