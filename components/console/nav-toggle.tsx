'use client'

import { Menu } from 'lucide-react'
import { usePathname } from 'next/navigation'
import { useEffect, useSyncExternalStore } from 'react'
import { writeCookie } from './colour-mode'

const listeners = new Set<() => void>()
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
const isNarrow = () => matchMedia('(width < 688px)').matches
const isOpen = () => {
  const { dataset } = document.documentElement
  return isNarrow() ? dataset.navOver !== undefined : dataset.nav !== 'closed'
}

function setOpen(open: boolean) {
  const { dataset } = document.documentElement
  // On a phone the navigation lies over the page for a moment; elsewhere its state is kept.
  if (isNarrow()) {
    if (open) dataset.navOver = ''
    else delete dataset.navOver
  } else {
    if (open) delete dataset.nav
    else dataset.nav = 'closed'
    writeCookie('nav', open ? 'open' : 'closed')
  }
  for (const listener of listeners) listener()
}

/** Opens and shuts the side navigation. */
export function NavToggle() {
  const open = useSyncExternalStore(subscribe, isOpen, () => true)
  const pathname = usePathname()
  // biome-ignore lint/correctness/useExhaustiveDependencies: going somewhere shuts the overlay.
  useEffect(() => {
    if (isNarrow()) setOpen(false)
  }, [pathname])
  return (
    <button
      type="button"
      className="crumb-toggle"
      aria-label={open ? 'Close side navigation' : 'Open side navigation'}
      aria-expanded={open}
      aria-controls="side-navigation"
      onClick={() => setOpen(!open)}
    >
      <Menu size={18} aria-hidden="true" />
    </button>
  )
}
