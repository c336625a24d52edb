import type { ReactNode } from 'react'
import { classNames } from './class-names'

const token = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\],:]|[^"{}[\],:]+/g

export type JsonViewProps = {
  /** The text as it is: never re-indented here. */
  text: string
  label: string
  /** Lines (from 1) drawn as failing, added or removed. */
  marks?: Readonly<Record<number, 'mark' | 'add' | 'remove'>>
  wrap?: boolean
  maxHeight?: number
  className?: string
}

/** Read-only JSON with line numbers and our colours, drawn on the server; no editor is loaded for it. */
export function JsonView({ text, label, marks = {}, wrap, maxHeight, className }: JsonViewProps) {
  return (
    <section
      className={classNames('code', wrap && 'code-wrap', className)}
      aria-label={label}
      style={{ maxHeight }}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
      tabIndex={0}
    >
      <ol>
        {text.split('\n').map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number.
          <li key={index} data-mark={marks[index + 1]}>
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
