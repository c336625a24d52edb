'use client'

import { Search } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'

/** The bar's search. Alt + S moves there from anywhere; on a phone it opens over the bar. */
export function BarSearch() {
  const input = useRef<HTMLInputElement>(null)
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || event.code !== 'KeyS' || event.ctrlKey || event.metaKey) return
      event.preventDefault()
      setOpen(true)
      input.current?.focus()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  useEffect(() => {
    if (open) input.current?.focus()
  }, [open])
  return (
    <search className={open ? 'bar-search-open contents' : 'contents'}>
      <form action="/iam/search" className="bar-search">
        <Search size={16} aria-hidden="true" />
        <input
          ref={input}
          name="q"
          type="search"
          aria-label="Search"
          aria-keyshortcuts="Alt+S"
          placeholder="Search users, groups, policies and tasks"
          onBlur={() => setOpen(false)}
        />
        <kbd>Alt + S</kbd>
      </form>
      <button
        type="button"
        className="bar-item bar-narrow ml-auto"
        aria-label="Search"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Search size={18} aria-hidden="true" />
      </button>
    </search>
  )
}
