'use server'

import { act } from '@/app/act'
import type { ActionResult } from '@/app/action-result'
import { text, texts } from '@/app/arguments'
import { ask, type Outcome } from '@/app/door'
import type { Flash } from '@/components/ui/flash-store'
import { nameInArn } from '@/lib/aws/arn'
import { createVirtualMfaDevice } from '@/lib/operations/iam/create-virtual-mfa-device'
import { deactivateMfaDevice } from '@/lib/operations/iam/deactivate-mfa-device'
import { deleteVirtualMfaDevice } from '@/lib/operations/iam/delete-virtual-mfa-device'
import { enableMfaDevice } from '@/lib/operations/iam/enable-mfa-device'
import { resyncMfaDevice } from '@/lib/operations/iam/resync-mfa-device'

/** A device that nobody has yet, with what an authenticator app wants to know of it. */
export type NewDevice = { serial: string; secretKey: string; picture: string }

export async function makeDevice(VirtualMFADeviceName: string): Promise<Outcome<NewDevice>> {
  const made = await ask(createVirtualMfaDevice, { VirtualMFADeviceName })
  if (!made.ok) return made
  const { SerialNumber, Base32StringSeed, QRCodePNG } = made.value.VirtualMFADevice
  const picture = `data:image/png;base64,${Buffer.from(QRCodePNG).toString('base64')}`
  return { ok: true, value: { serial: SerialNumber, secretKey: Buffer.from(Base32StringSeed).toString(), picture } }
}

/**
 * Deletes the device that the wizard made, where somebody leaves it half-way; gives a warning where that is refused.
 * AWS: users who may only assign their own meet this refusal, too, and find the name taken afterwards.
 */
export async function forgetDevice(SerialNumber: string): Promise<Flash | null> {
  const deleted = await ask(deleteVirtualMfaDevice, { SerialNumber })
  if (deleted.ok) return null
  const { message } = deleted.refusal
  const title = `The unassigned MFA device ${nameInArn(text(SerialNumber))} is left, and its name taken.`
  return { kind: 'warning', title, text: message, copy: message }
}

type Codes = readonly [first: string, second: string]

/** Without a name: root's own. */
export async function assignDevice(
  UserName: string | undefined,
  SerialNumber: string,
  codes: Codes,
): Promise<ActionResult> {
  const title = `MFA device ${nameInArn(text(SerialNumber))} assigned to ${UserName ?? 'the root user'}.`
  const flash = { kind: 'success', title, text: 'From the next sign-in on it is asked for a code.' } as const
  return act(enableMfaDevice, { UserName, SerialNumber, ...members(codes) }, flash)
}

export async function resyncDevice(
  UserName: string | undefined,
  SerialNumber: string,
  codes: Codes,
): Promise<ActionResult> {
  const flash = { kind: 'success', title: `MFA device ${nameInArn(text(SerialNumber))} is in step again.` } as const
  return act(resyncMfaDevice, { UserName, SerialNumber, ...members(codes) }, flash)
}

function members(codes: Codes) {
  const [AuthenticationCode1 = '', AuthenticationCode2 = ''] = texts(codes)
  return { AuthenticationCode1, AuthenticationCode2 }
}

/** Takes the device from its user, then deletes it, as the console does. Without the second permission it stays unassigned. */
export async function removeDevice(UserName: string | undefined, serials: readonly string[]): Promise<ActionResult> {
  const [SerialNumber = ''] = texts(serials)
  const taken = await ask(deactivateMfaDevice, { UserName, SerialNumber })
  if (!taken.ok) return taken
  const name = nameInArn(SerialNumber)
  const deleted = await ask(deleteVirtualMfaDevice, { SerialNumber })
  if (deleted.ok) return { ok: true, flash: { kind: 'success', title: `MFA device ${name} removed.` } }
  const { message } = deleted.refusal
  const title = `MFA device ${name} removed, but not deleted: its name stays taken.`
  return { ok: true, flash: { kind: 'warning', title, text: message, copy: message } }
}
