import 'server-only'
import type { MfaDevice } from '@/lib/store/mfa-devices'

/** A device of its owner. AWS: root's devices come without a user name. */
export function mfaDeviceShape(owner: { name: string | undefined }, device: MfaDevice) {
  return { UserName: owner.name, SerialNumber: device.serial, EnableDate: device.enabledAt ?? device.createdAt }
}
