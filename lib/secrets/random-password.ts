import 'server-only'
import { randomInt } from 'node:crypto'

const kinds = ['ABCDEFGHJKLMNPQRSTUVWXYZ', 'abcdefghijkmnopqrstuvwxyz', '23456789', '!@#$%^&*()_+-=[]{}|'] as const

/**
 * A random password with all four kinds of characters and none that are easily confused. It begins with a letter: a
 * spreadsheet that opens the credentials file must not take it for a formula.
 */
export function randomPassword(length = 16): string {
  const all = kinds.join('')
  const characters = kinds.map(pick)
  while (characters.length < length) characters.push(pick(all))
  // The first character stays where it is.
  for (let last = characters.length - 1; last > 1; last--) {
    const other = 1 + randomInt(last)
    ;[characters[last], characters[other]] = [characters[other] as string, characters[last] as string]
  }
  return characters.join('')
}

function pick(from: string): string {
  return from.charAt(randomInt(from.length))
}
