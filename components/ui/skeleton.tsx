/** Grey bars in place of text that is on its way. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  return (
    <div role="status" className="flex flex-col gap-3">
      <span className="sr-only">Loading</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars are alike.
        <span key={line} className="skeleton" style={{ width: `${[72, 48, 60, 36][line % 4]}%` }} />
      ))}
    </div>
  )
}

/** A card whose content is on its way: the fallback of a region. */
export function SkeletonCard({ title, lines }: { title?: string; lines?: number }) {
  return (
    <section className="card">
      {title && (
        <div className="card-head">
          <div className="title-row">
            <h2>{title}</h2>
          </div>
        </div>
      )}
      <div className="card-body">
        <Skeleton lines={lines} />
      </div>
    </section>
  )
}
