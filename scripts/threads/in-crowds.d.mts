export const crowd: number
export function inCrowds<T>(run: (one: T) => Promise<void>): { take(one: T): void; idle(): Promise<void> }
