import type { ReactNode } from 'react'
import { classNames } from './class-names'

const token = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\],:]|[^"{}[\],:]+/g

/** `near`: part of the statement in question; `fail`: the part of it that does not fit; `allow`: of one that allows. */
export type LineMark = 'mark' | 'add' | 'remove' | 'near' | 'fail' | 'allow'

export type JsonViewProps = {
  /** The text as it is: never re-indented here. */
  text: string
  label: string
  /** Lines (from 1) that are drawn in another way. */
  marks?: Readonly<Record<number, LineMark>>
  /** Only these lines, the last one included; they keep their numbers. */
  lines?: { from: number; to: number }
  wrap?: boolean
  maxHeight?: number
  className?: string
}

/** Read-only JSON with line numbers and our colours, drawn on the server; no editor is loaded for it. */
export function JsonView({ text, label, marks = {}, lines, wrap, maxHeight, className }: JsonViewProps) {
  const all = text.split('\n')
  const { from, to } = lines ?? { from: 1, to: all.length }
  return (
    <section
      className={classNames('code', wrap && 'code-wrap', className)}
      aria-label={label}
      style={{ maxHeight }}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
      tabIndex={0}
    >
      <ol style={{ counterReset: `line ${from - 1}` }}>
        {all.slice(from - 1, to).map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number.
          <li key={index} data-mark={marks[index + from]}>
            <code>{colour(line)}</code>
          </li>
        ))}
      </ol>
    </section>
  )
}

function colour(line: string): ReactNode[] {
  return [...line.matchAll(token)].map((found) => {
    const [text] = found
    const kind = kindOf(text, found[1])
    return kind ? (
      <span key={found.index} className={kind}>
        {text}
      </span>
    ) : (
      text
    )
  })
}

function kindOf(text: string, colon: string | undefined): string | null {
  if (colon !== undefined) return 'tok-key'
  if (text === '"Allow"') return 'tok-allow'
  if (text === '"Deny"') return 'tok-deny'
  if (text.startsWith('"')) return 'tok-string'
  return /^[{}[\],:]$/.test(text) ? 'tok-punct' : null
}
