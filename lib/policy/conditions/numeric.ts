import { comparing, type Family } from './value-test'

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)$/

/** The whole text must be a decimal number: `10abc` and an empty text are none. */
export const readNumber = (text: string): number | null => (NUMBER.test(text) ? Number(text) : null)

export const numericEquals: Family = comparing(readNumber, (asked, written) => asked === written)
export const numericLessThan: Family = comparing(readNumber, (asked, written) => asked < written)
export const numericLessThanEquals: Family = comparing(readNumber, (asked, written) => asked <= written)
export const numericGreaterThan: Family = comparing(readNumber, (asked, written) => asked > written)
export const numericGreaterThanEquals: Family = comparing(readNumber, (asked, written) => asked >= written)
