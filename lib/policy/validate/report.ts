import { type Range, spanAt } from '../parse'
import type { Finding } from '../types'
import { type Code, codes } from './codes'

export type Path = Finding['path']
/** Where a finding points to: offsets for the editor, a path for programs. */
export type Place = { range: Range; path: Path }

/** Nobody reads the 101st finding of a kind, and a hostile document must not make us write it. */
export const FINDINGS_PER_CODE = 100
const longestQuote = 120

/** Collects findings and sorts them by their place. */
export class Report {
  private readonly found: { code: Code; place: Place; texts: readonly string[] }[] = []
  private readonly counts = new Map<Code, number>()

  add(code: Code, place: Place, ...texts: string[]): void {
    const count = this.counts.get(code) ?? 0
    this.counts.set(code, count + 1)
    if (count < FINDINGS_PER_CODE) this.found.push({ code, place, texts })
  }

  isFull(code: Code): boolean {
    return (this.counts.get(code) ?? 0) >= FINDINGS_PER_CODE
  }

  findings(text: string): Finding[] {
    const sorted = [...this.found].sort((a, b) => a.place.range.start - b.place.range.start)
    return sorted.map(({ code, place, texts }) => {
      const { type, message, advice } = codes[code]
      return {
        type,
        code,
        message: fill(message, texts),
        advice: fill(advice, texts),
        path: place.path,
        span: spanAt(text, place.range),
      }
    })
  }
}

function fill(template: string, texts: readonly string[]): string {
  return template.replace(/\{(\d)\}/g, (_, place: string) => quote(texts[Number(place)] ?? ''))
}

const quote = (text: string) => (text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text)
