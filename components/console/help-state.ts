import { useSyncExternalStore } from 'react'

/** Which topic the help drawer shows; null while it is shut. One per tab. */
let topic: string | null = null
let opener: HTMLElement | null = null
const listeners = new Set<() => void>()

function change(next: string | null) {
  topic = next
  for (const listener of listeners) listener()
}

export function openHelp(next: string) {
  opener = document.activeElement as HTMLElement | null
  change(next)
}

/** Shuts the drawer and gives the focus back to the link that opened it. */
export function closeHelp() {
  change(null)
  opener?.focus()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

export function useHelpTopic(): string | null {
  return useSyncExternalStore(
    subscribe,
    () => topic,
    () => null,
  )
}
