import 'server-only'
import { randomInt } from 'node:crypto'

const kinds = ['ABCDEFGHJKLMNPQRSTUVWXYZ', 'abcdefghijkmnopqrstuvwxyz', '23456789', '!@#$%^&*()_+-=[]{}|'] as const

/** A random password with all four kinds of characters and none that are easily confused. */
export function randomPassword(length = 16): string {
  const all = kinds.join('')
  const characters = kinds.map(pick)
  while (characters.length < length) characters.push(pick(all))
  for (let last = characters.length - 1; last > 0; last--) {
    const other = randomInt(last + 1)
    ;[characters[last], characters[other]] = [characters[other] as string, characters[last] as string]
  }
  return characters.join('')
}

function pick(from: string): string {
  return from.charAt(randomInt(from.length))
}
