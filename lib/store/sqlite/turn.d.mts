export class Turn {
  constructor(words: Int32Array<SharedArrayBuffer>, thread: number, patience?: number)
  tryTake(): boolean
  take(): Promise<void>
  give(): void
}
export function turnWords(threads: number): Int32Array<SharedArrayBuffer>
export function joinTurns(words: Int32Array<SharedArrayBuffer>, thread: number, patience?: number): void
export function leaveTurns(words: Int32Array<SharedArrayBuffer>, thread: number): void
export function ownTurn(): Turn | null
