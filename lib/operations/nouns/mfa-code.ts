import 'server-only'
import type { SignedCaller } from '@/lib/access/caller'
import type { Question } from '@/lib/access/question'
import { accessDenied } from '@/lib/aws/errors'
import type { AccountStore } from '@/lib/store/account-store'
import { text } from '../shapes'
import { verifyMfaCode } from './mfa-device'
import { takeGuess } from './password-guesses'

/** The members of a call that may prove MFA. AWS: STS prints other expressions than IAM for the same things. */
export const mfaMembers = {
  SerialNumber: text({ min: 9, max: 256, pattern: /^[\w+=/:,.@-]*$/, text: '[\\w+=/:,.@-]*' }).optional(),
  TokenCode: text({ min: 6, max: 6, pattern: /^\d*$/, text: '[\\d]*' }).optional(),
}

type Passed = { SerialNumber?: string; TokenCode?: string }

/** What policies see of a code that is given; `demandMfaCode` proves it before anything comes of it. */
export const mfaContext = ({ SerialNumber, TokenCode }: Passed): Question['context'] =>
  SerialNumber !== undefined && TokenCode !== undefined
    ? { 'aws:MultiFactorAuthPresent': 'true', 'aws:MultiFactorAuthAge': '0' }
    : {}

/** Whether the call proved MFA with a device of the caller's own. Throws AWS's refusals of what proves nothing. */
export async function demandMfaCode(
  store: AccountStore,
  caller: SignedCaller,
  { SerialNumber, TokenCode }: Passed,
  now: Date,
): Promise<boolean> {
  if (SerialNumber === undefined && TokenCode === undefined) return false
  if (SerialNumber === undefined || TokenCode === undefined) {
    throw failed('must provide both MFA serial number and one time pass code.')
  }
  const userId = caller.kind === 'user' ? caller.userId : caller.kind === 'root' ? caller.account : null
  const device = await store.mfaDevices.find(SerialNumber)
  if (userId === null || device?.userId !== userId) {
    throw failed(
      'unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.',
    )
  }
  // A code has six digits: without a limit, whoever found a key would soon have tried them all.
  const guess = await takeGuess(userId, 'code')
  if (await verifyMfaCode(store, { serial: SerialNumber, userId }, TokenCode, now)) {
    await guess.wasRight()
    return true
  }
  throw accessDenied('MultiFactorAuthentication failed with invalid MFA one time pass code. ')
}

const failed = (why: string) => accessDenied(`MultiFactorAuthentication failed, ${why}`)
