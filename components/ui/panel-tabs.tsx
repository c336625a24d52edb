'use client'

import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'

export type PanelTab = { id: string; label: ReactNode; count?: number; content: ReactNode }

/** Tabs inside a region, not in the address: arrows, Home and End move. Controlled when `current` is given. */
export function PanelTabs(props: {
  label: string
  tabs: readonly PanelTab[]
  current?: string
  onChange?: (id: string) => void
  aside?: ReactNode
}) {
  const base = useId()
  const [own, setOwn] = useState(props.tabs[0]?.id)
  const current = props.current ?? own
  const choose = (id: string) => {
    setOwn(id)
    props.onChange?.(id)
  }
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const at = props.tabs.findIndex((tab) => tab.id === current)
    const last = props.tabs.length - 1
    const targets: Record<string, number> = {
      ArrowRight: at === last ? 0 : at + 1,
      ArrowLeft: at === 0 ? last : at - 1,
      Home: 0,
      End: last,
    }
    const next = props.tabs[targets[event.key] ?? -1]
    if (!next) return
    event.preventDefault()
    choose(next.id)
    document.getElementById(`${base}${next.id}`)?.focus()
  }
  return (
    <>
      <div className="tabs items-center">
        <div role="tablist" aria-label={props.label} className="flex gap-1" onKeyDown={move}>
          {props.tabs.map((tab) => (
            <button
              key={tab.id}
              type="button"
              role="tab"
              id={`${base}${tab.id}`}
              className="tab"
              aria-selected={tab.id === current}
              aria-controls={`${base}panel`}
              tabIndex={tab.id === current ? 0 : -1}
              onClick={() => choose(tab.id)}
            >
              {tab.label}
              {tab.count !== undefined && <span className="tab-count">{tab.count}</span>}
            </button>
          ))}
        </div>
        {props.aside && <div className="ml-auto">{props.aside}</div>}
      </div>
      <div role="tabpanel" id={`${base}panel`} aria-labelledby={`${base}${current}`}>
        {props.tabs.find((tab) => tab.id === current)?.content}
      </div>
    </>
  )
}
