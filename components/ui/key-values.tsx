import type { ReactNode } from 'react'

export type KeyValue = { key: string; value: ReactNode }

/** Columns of keys and values with rules between: each inner list is one column. `undefined` values are drawn as a dash. */
export function KeyValues({ columns }: { columns: readonly (readonly KeyValue[])[] }) {
  return (
    <div className="key-values" style={{ '--columns': columns.length } as React.CSSProperties}>
      {columns.map((column, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the columns of a page never move.
        <div key={index}>
          {column.map((pair) => (
            <dl key={pair.key}>
              <dt>{pair.key}</dt>
              <dd>{pair.value ?? <Nothing />}</dd>
            </dl>
          ))}
        </div>
      ))}
    </div>
  )
}

/** How an absent value is written: a dash, or `None` and `Never` where the column says so. */
export function Nothing({ children = '–' }: { children?: string }) {
  return <span className="nothing">{children}</span>
}
