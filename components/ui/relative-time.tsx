import { Nothing } from './key-values'
import { fullTime, relativeTime } from './time'

type RelativeTimeProps = { when: Date | string | null | undefined; now: Date | string; withTime?: boolean }

/** Relative words with the full time as a tooltip; nothing is `Never`. */
export function RelativeTime({ when, now, withTime }: RelativeTimeProps) {
  if (!when) return <Nothing>Never</Nothing>
  return (
    <time dateTime={new Date(when).toISOString()} title={fullTime(when)}>
      {relativeTime(when, now, { withTime })}
    </time>
  )
}
