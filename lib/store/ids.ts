import 'server-only'
import { randomBytes } from 'node:crypto'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/**
 * What an ID belongs to: users, groups, policies, roles, instance profiles, SSH keys, service-specific credentials, server
 * certificates.
 */
export type IdPrefix = 'AIDA' | 'AGPA' | 'ANPA' | 'AROA' | 'AIPA' | 'APKA' | 'ACCA' | 'ASCA'

/** A unique ID as AWS makes them: the prefix and 17 random characters. */
export const newId = (prefix: IdPrefix): string => prefix + idText(randomBytes(17))

/** Bytes in the letters of IDs: five bits of each make one character. */
export const idText = (bytes: Uint8Array): string => Array.from(bytes, (byte) => alphabet.charAt(byte & 31)).join('')

/** A session's ID: 256 random bits, for nothing but knowing it proves the session. */
export const newSessionId = (): string => randomBytes(32).toString('base64url')

let lastTick = 0n

/**
 * An event's ID: a UUID (version 7) that begins with the event's time and goes on with a counter, so that the events of one
 * process sort in the order in which they happened, also when they share a millisecond or a stopped clock.
 */
export function newEventId(time: Date): string {
  const now = BigInt(Date.now()) * 4096n
  lastTick = now > lastTick ? now : lastTick + 1n
  const tick = lastTick & ((1n << 52n) - 1n)
  const chance = BigInt(randomBytes(3).readUIntBE(0, 3) & 0x3fffff)
  const variable = (2n << 62n) | ((tick & ((1n << 40n) - 1n)) << 22n) | chance
  const bits = (BigInt(time.getTime()) << 80n) | (7n << 76n) | ((tick >> 40n) << 64n) | variable
  const hex = bits.toString(16).padStart(32, '0')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
