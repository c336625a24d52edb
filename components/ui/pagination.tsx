import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from './link'

export type PaginationProps = { page: number; pages: number; onPage: (page: number) => void; label?: string }

/** `< 1 2 3 … 40 >`; every page of seven or fewer, else the ends and the neighbours. */
export function Pagination({ page, pages, onPage, label = 'Pages' }: PaginationProps) {
  return (
    <nav aria-label={label} className="pager">
      <button
        type="button"
        className="pager-cell"
        aria-label="Previous page"
        disabled={page <= 1}
        onClick={() => onPage(page - 1)}
      >
        <ChevronLeft size={16} aria-hidden="true" />
      </button>
      {shownPages(page, pages).map((shown, index) =>
        shown === null ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: there are two gaps at most, each in its place.
          <span key={`gap${index}`} className="pager-cell pager-number" aria-hidden="true">
            …
          </span>
        ) : (
          <button
            key={shown}
            type="button"
            className="pager-cell pager-number"
            aria-label={`Page ${shown}`}
            aria-current={shown === page ? 'page' : undefined}
            onClick={() => onPage(shown)}
          >
            {shown}
          </button>
        ),
      )}
      <button
        type="button"
        className="pager-cell"
        aria-label="Next page"
        disabled={page >= pages}
        onClick={() => onPage(page + 1)}
      >
        <ChevronRight size={16} aria-hidden="true" />
      </button>
    </nav>
  )
}

export type StepPagerProps = { page: number; previousHref?: string; nextHref?: string }

/** `< 3 >`: for lists that only know the page before and the page after. */
export function StepPager({ page, previousHref, nextHref }: StepPagerProps) {
  return (
    <nav aria-label="Pages" className="pager">
      <Step label="Previous page" href={previousHref}>
        <ChevronLeft size={16} aria-hidden="true" />
      </Step>
      <span className="pager-cell" aria-current="page">
        <span className="sr-only">Page </span>
        {page}
      </span>
      <Step label="Next page" href={nextHref}>
        <ChevronRight size={16} aria-hidden="true" />
      </Step>
    </nav>
  )
}

function Step({ label, href, children }: { label: string; href: string | undefined; children: ReactNode }) {
  if (href) {
    return (
      <Link className="pager-cell" aria-label={label} href={href}>
        {children}
      </Link>
    )
  }
  return (
    <button type="button" className="pager-cell" aria-label={label} disabled>
      {children}
    </button>
  )
}

/** Page numbers to draw; null is a gap. */
export function shownPages(page: number, pages: number): (number | null)[] {
  if (pages <= 7) return Array.from({ length: Math.max(1, pages) }, (_, index) => index + 1)
  const near = [page - 1, page, page + 1].filter((number) => number > 1 && number < pages)
  if (page <= 3) near.splice(0, near.length, 2, 3, 4)
  if (page >= pages - 2) near.splice(0, near.length, pages - 3, pages - 2, pages - 1)
  const gapBefore = (near[0] ?? 2) > 2 ? [null] : []
  const gapAfter = (near.at(-1) ?? 0) < pages - 1 ? [null] : []
  return [1, ...gapBefore, ...near, ...gapAfter, pages]
}
