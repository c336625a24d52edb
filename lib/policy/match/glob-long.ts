import type { Segment } from './glob'

/**
 * The first place of a segment in a very long text, found in `text * segment / 32` steps whatever stands in the two:
 * bit i of the state says that the first i + 1 characters of the segment end here (the Shift-And search). The plain
 * search is faster for all that is not made to hurt; this one is for what is.
 */
export function findLong(segment: Segment, text: string, from: number, end: number): number {
  const words = (segment.length + 31) >>> 5
  const masks = new Masks(segment, words)
  const last = segment.length - 1
  let state = new Uint32Array(words)
  let next = new Uint32Array(words)
  for (let i = from; i < end; i++) {
    masks.step(text.charCodeAt(i), state, next)
    if (bit(next, last)) return i - last
    const spent = state
    state = next
    next = spent
  }
  return -1
}

const bit = (state: Uint32Array, at: number): number => ((state[at >>> 5] ?? 0) >>> (at & 31)) & 1

const put = (state: Uint32Array, at: number): void => {
  state[at >>> 5] = (state[at >>> 5] ?? 0) | (1 << (at & 31))
}

/** Where each character stands in a segment: as bits for the frequent ones, as a list for the rare ones. */
class Masks {
  private readonly holes: Uint32Array
  private readonly places = new Map<number, number[]>()
  private readonly frequent = new Map<number, Uint32Array>()

  constructor({ length, pieces, offsets }: Segment, words: number) {
    this.holes = new Uint32Array(words)
    for (let i = 0; i < length; i++) put(this.holes, i)
    pieces.forEach((piece, n) => {
      for (let i = 0; i < piece.length; i++) this.place(piece.charCodeAt(i), (offsets[n] ?? 0) + i)
    })
    for (const [code, places] of this.places) {
      if (places.length < words) continue
      const mask = this.holes.slice()
      for (const at of places) put(mask, at)
      this.frequent.set(code, mask)
    }
  }

  /** Sets `next` to what remains of `state` after one more character. */
  step(code: number, state: Uint32Array, next: Uint32Array): void {
    const mask = this.frequent.get(code)
    const open = mask ?? this.holes
    let carry = 1
    for (let word = 0; word < state.length; word++) {
      const value = state[word] ?? 0
      next[word] = ((value << 1) | carry) & (open[word] ?? 0)
      carry = value >>> 31
    }
    if (mask) return
    for (const at of this.places.get(code) ?? []) if (at === 0 || bit(state, at - 1)) put(next, at)
  }

  private place(code: number, at: number): void {
    this.holes[at >>> 5] = (this.holes[at >>> 5] ?? 0) & ~(1 << (at & 31))
    const places = this.places.get(code)
    if (places) places.push(at)
    else this.places.set(code, [at])
  }
}
