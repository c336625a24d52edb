import 'server-only'
import { unseal } from '@/lib/secrets/seal'
import { stepAt, stepOfPair, stepsOf } from '@/lib/secrets/totp'
import type { AccountStore } from './account-store'
import type { MfaClock } from './mfa-devices'

/** How far a device's clock may be off, in steps of 30 seconds: at a sign-in, when it is assigned, when it is set again. */
const reach = { code: 1, assign: 10, resync: 120 }

/**
 * Whether this code of this user's device is good now. A code is good once: whoever comes second with it gets false.
 * `userId` is the account's ID for root.
 */
export async function verifyMfaCode(
  store: AccountStore,
  { serial, userId }: { serial: string; userId: string },
  code: string,
  now: Date,
): Promise<boolean> {
  const device = await store.mfaDevices.find(serial)
  if (!device || device.userId !== userId) return false
  const steps = stepsOf(seedOf(device), code, stepAt(now) + device.drift, reach.code)
  const step = steps.at(-1)
  return step !== undefined && store.mfaDevices.claimStep(serial, step)
}

/** What two codes in a row say about a device's clock; null where they are not codes of it in a row. */
export function clockFrom(
  device: MfaClock,
  codes: readonly [string, string],
  now: Date,
  purpose: 'assign' | 'resync',
): { step: number; drift: number } | null {
  const current = stepAt(now)
  const step = stepOfPair(seedOf(device), codes, current, reach[purpose])
  // No code is good twice, not even for another device owner.
  if (step === null || step <= (device.lastUsedStep ?? 0)) return null
  const drift = step - current
  // Being slow to type is no drift, nor is being quick: the window of a sign-in takes both.
  return { step, drift: Math.abs(drift) <= reach.code ? 0 : drift }
}

const seedOf = (device: MfaClock) => unseal(device.seedSealed, 'totp')
