import type { Position, Span } from '../types'
import type { Range } from './json'

/** Offsets at which the lines of a text begin. */
type LineTable = readonly number[]

function lineTable(text: string): LineTable {
  const starts = [0]
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1)
  }
  return starts
}

let lastText = ''
let lastLines: LineTable = [0]

/** Line and column of an offset. The table of the last text is kept: callers ask many times about one document. */
export function positionAt(text: string, offset: number): Position {
  if (text !== lastText) {
    lastLines = lineTable(text)
    lastText = text
  }
  const at = Math.max(0, Math.min(offset, text.length))
  let low = 0
  let high = lastLines.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((lastLines[middle] ?? 0) <= at) low = middle
    else high = middle - 1
  }
  return { offset: at, line: low + 1, column: at - (lastLines[low] ?? 0) + 1 }
}

export const spanAt = (text: string, range: Range): Span => ({
  start: positionAt(text, range.start),
  end: positionAt(text, range.end),
})
