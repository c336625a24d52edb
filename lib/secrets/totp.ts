import 'server-only'
import { timingSafeEqual } from 'node:crypto'
import { generateSecret, generateSync, generateURI } from 'otplib'
import { toBuffer } from 'qrcode'

// RFC 6238 with the numbers that every authenticator app knows: SHA-1, 6 digits, 30 seconds.
const stepSeconds = 30

/** The number of the time step that `now` lies in. */
export const stepAt = (now: Date): number => Math.floor(now.getTime() / 1000 / stepSeconds)

// AWS: 40 random bytes, which are 64 characters of base32.
export const newSeed = (): string => generateSecret({ length: 40 })

/** The code that an app shows in one time step. */
export const codeAt = (seed: string, step: number): string => generateSync({ secret: seed, epoch: step * stepSeconds })

/** The address that an authenticator app reads from a QR code. */
export const appUri = (seed: string, deviceName: string, accountName: string): string =>
  generateURI({ issuer: 'IAM Dojo', label: `${deviceName}@${accountName}`, secret: seed })

/** A text as a QR code in PNG. */
export const qrPng = (text: string): Promise<Uint8Array> => toBuffer(text, { type: 'png', margin: 2, scale: 4 })

/** The steps round `around` in which the app shows the code; more than one only by chance. */
export function stepsOf(seed: string, code: string, around: number, reach: number): number[] {
  const steps = Array.from({ length: 2 * reach + 1 }, (_, place) => around - reach + place)
  return steps.filter((step) => step >= 0 && isSame(codeAt(seed, step), code))
}

/** The second of two steps that follow each other and show these codes: the nearest to `around`, or null. */
export function stepOfPair(
  seed: string,
  [first, second]: readonly [string, string],
  around: number,
  reach: number,
): number | null {
  const ends = stepsOf(seed, first, around, reach)
    .map((step) => step + 1)
    .filter((step) => isSame(codeAt(seed, step), second))
  const [nearest] = ends.toSorted((a, b) => Math.abs(a - around) - Math.abs(b - around))
  return nearest ?? null
}

function isSame(code: string, given: string): boolean {
  const [a, b] = [Buffer.from(code), Buffer.from(given)]
  return a.length === b.length && timingSafeEqual(a, b)
}
