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

const storageKey = 'flashes'
const none: readonly StoredFlash[] = []
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
  sessionStorage.setItem(storageKey, JSON.stringify({ owner, flashes }))
  for (const listener of listeners) listener()
}

/** Brings back what this tab still had to say to the same person; another person's flashes are dropped. */
export function restore(person: string) {
  if (person === owner) return
  owner = person
  const stored = sessionStorage.getItem(storageKey)
  const parsed = stored ? (JSON.parse(stored) as { owner: string; flashes: StoredFlash[] }) : null
  keep(parsed?.owner === person ? parsed.flashes : none)
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
