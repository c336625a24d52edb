import { comparing, type Family } from './value-test'

/** The decoded bytes, so two spellings of the same bytes are equal. */
function readBytes(base64: string): string | null {
  try {
    return atob(base64)
  } catch {
    return null
  }
}

export const binaryEquals: Family = comparing(readBytes, (asked, written) => asked === written)
