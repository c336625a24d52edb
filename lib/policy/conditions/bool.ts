import { comparing, type Family } from './value-test'

/** `true` or `false` in any case; every other text is neither. */
function readBool(text: string): boolean | null {
  const lower = text.toLowerCase()
  return lower === 'true' ? true : lower === 'false' ? false : null
}

export const bool: Family = comparing(readBool, (asked, written) => asked === written)
