const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'} ago`

/**
 * `12 minutes ago`, `Today, 09:12`, `Yesterday`, `3 days ago`. `now` comes from the server's clock, so that both sides
 * of hydration (and a lab that moved the clock) agree. Days are UTC days.
 */
export function relativeTime(when: Date | string, now: Date | string, { withTime = false } = {}): string {
  const then = new Date(when)
  const current = new Date(now)
  const age = current.getTime() - then.getTime()
  if (age < minute) return 'Just now'
  if (age < hour) return plural(Math.floor(age / minute), 'minute')
  const days = Math.floor(current.getTime() / day) - Math.floor(then.getTime() / day)
  if (days === 0) return withTime ? `Today, ${clockTime(then)}` : 'Today'
  if (days === 1) return 'Yesterday'
  return plural(days, 'day')
}

/** Whole days between, for ages: `64 days`, `Today`. */
export function ageInDays(since: Date | string, now: Date | string): number {
  return Math.max(0, Math.floor((new Date(now).getTime() - new Date(since).getTime()) / day))
}

export function ageText(since: Date | string, now: Date | string): string {
  const days = ageInDays(since, now)
  return days === 0 ? 'Today' : `${days} day${days === 1 ? '' : 's'}`
}

/** `9 November 2026, 08:31 UTC`: the same on every machine. */
export function fullTime(when: Date | string): string {
  const date = new Date(when)
  const dayText = date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  return `${dayText}, ${clockTime(date)} UTC`
}

/** `9 November 2026, 08:31:07 UTC`: for records, where the second matters. */
export function preciseTime(when: Date | string): string {
  const date = new Date(when)
  return fullTime(date).replace(clockTime(date), date.toISOString().slice(11, 19))
}

function clockTime(date: Date): string {
  return date.toISOString().slice(11, 16)
}
