import type { Context } from '../types'

/** Does one value of the request match any value of the policy? Policy values are read once, when it is built. */
export type ValueTest = (value: string, context: Context) => boolean

/** Builds the test of one operator; `variables`: does the document's version know `${...}`? */
export type Family = (written: readonly string[], variables: boolean) => ValueTest

/** Compares by a value that both sides are read into; texts that cannot be read match nothing. */
export function comparing<T>(read: (text: string) => T | null, holds: (asked: T, written: T) => boolean): Family {
  return (written) => {
    const values: T[] = []
    for (const text of written) {
      const value = read(text)
      if (value !== null) values.push(value)
    }
    return (text) => {
      const asked = read(text)
      if (asked === null) return false
      for (const value of values) if (holds(asked, value)) return true
      return false
    }
  }
}
