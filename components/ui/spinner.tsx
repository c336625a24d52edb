import { classNames } from './class-names'

/** Turning arc in the text's colour. Without `label` it is decoration beside a word. */
export function Spinner({ label, large }: { label?: string; large?: boolean }) {
  const className = classNames('spinner', large && 'spinner-large')
  return label ? (
    <span role="status" aria-label={label} className={className} />
  ) : (
    <span aria-hidden="true" className={className} />
  )
}

/** Spinner and words: the loading state of a region. */
export function Loading({ children = 'Loading' }: { children?: string }) {
  return (
    <p role="status" className="flex items-center justify-center gap-2 p-6 text-text-2">
      <Spinner /> {children}
    </p>
  )
}
