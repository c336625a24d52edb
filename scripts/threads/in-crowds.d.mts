export const crowd: number
export function inCrowds<T>(begin: (one: T) => void): (one: T) => void
