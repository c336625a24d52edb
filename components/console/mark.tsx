/** The four-and-a-half-mat room. `on="bar"` for dark ground, `on="paper"` for the page, which is dark by night, too. */
export function Mark({ size = 24, on = 'bar' }: { size?: number; on?: 'bar' | 'paper' }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      aria-hidden="true"
      className={on === 'bar' ? 'mark' : 'mark mark-paper'}
    >
      <g>
        <rect x="1" y="1" width="14" height="6.6" rx="1.4" />
        <rect x="16.4" y="1" width="6.6" height="14" rx="1.4" />
        <rect x="9" y="16.4" width="14" height="6.6" rx="1.4" />
        <rect x="1" y="9" width="6.6" height="14" rx="1.4" />
      </g>
      <rect x="9" y="9" width="6" height="6" rx="1.4" className="mark-half" />
    </svg>
  )
}
