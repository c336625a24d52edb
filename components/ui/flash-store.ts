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

/** The name of the cookie by which a server action leaves flashes for the next page. */
export const flashCookieName = 'flash'

/** The value for that cookie: `cookies().set(flashCookieName, flashCookie(flash), { path: '/', maxAge: 60 })`. */
export function flashCookie(...flashes: Flash[]): string {
  return JSON.stringify(flashes)
}

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

/** Takes the flashes that a server action left in the cookie. */
export function takeCookie() {
  const pair = document.cookie.split('; ').find((one) => one.startsWith(`${flashCookieName}=`))
  if (!pair) return
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser a class may bring.
  document.cookie = `${flashCookieName}=; path=/; max-age=0`
  const left = parseFlashes(decodeURIComponent(pair.slice(flashCookieName.length + 1)))
  for (const flash of left.reverse()) push(flash)
}

function parseFlashes(text: string): Flash[] {
  try {
    return JSON.parse(text) as Flash[]
  } catch {
    return []
  }
}
