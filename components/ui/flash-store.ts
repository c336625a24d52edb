import type { NoticeKind } from './notice'

export type Flash = {
  kind: NoticeKind | 'progress'
  /** The bold first sentence: `User ann created.` */
  title: string
  text?: string
  /** Where to go next: `View user`. */
  link?: { label: string; href: string }
  /** Offers a Copy button with this text: the API's own words of an error. */
  copy?: string
  /** A later flash with the same key takes the place of this one: progress, then its end. */
  key?: string
}

export type StoredFlash = Flash & { id: number }

const none: readonly StoredFlash[] = []
// In memory only: brought back after a reload they would push the page away under a click.
let flashes: readonly StoredFlash[] = none
let owner = ''
const listeners = new Set<() => void>()

export const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
export const currentFlashes = () => flashes
export const noFlashes = () => none

function keep(next: readonly StoredFlash[]) {
  flashes = next
  for (const listener of listeners) listener()
}

/** Another person's flashes are dropped: a sign-out need not load the page anew. */
export function claim(person: string) {
  if (person !== owner && flashes.length > 0) keep(none)
  owner = person
}

/** Newest first. */
export function push(flash: Flash) {
  const id = Math.max(0, ...flashes.map((one) => one.id)) + 1
  const others = flash.key ? flashes.filter((one) => one.key !== flash.key) : flashes
  keep([{ ...flash, id }, ...others])
}

export function dismiss(id: number) {
  keep(flashes.filter((flash) => flash.id !== id))
}

export function dismissAll() {
  keep(none)
}
