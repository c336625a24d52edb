'use client'

import { createContext, type ReactNode, useContext, useState } from 'react'
import { writeCookie } from './colour-mode'
import { defaultPreferences, preferencesCookie, type TablePreferences } from './table-state'

/** By the table's ID. */
export type PreferencesByTable = Readonly<Record<string, TablePreferences>>

type Keep = (tableId: string, preferences: TablePreferences) => void

const PreferencesContext = createContext<{ kept: PreferencesByTable; keep: Keep } | null>(null)

/** `initial`: what the browser's cookies say, so that the first paint is already right. */
export function PreferencesProvider({ initial, children }: { initial: PreferencesByTable; children: ReactNode }) {
  const [kept, setKept] = useState(initial)
  const keep: Keep = (tableId, preferences) => {
    writeCookie(preferencesCookie(tableId), JSON.stringify(preferences))
    setKept((before) => ({ ...before, [tableId]: preferences }))
  }
  return <PreferencesContext value={{ kept, keep }}>{children}</PreferencesContext>
}

/** The preferences of a table in this browser, and how to keep others. */
export function useTablePreferences(tableId: string): [TablePreferences, (preferences: TablePreferences) => void] {
  const context = useContext(PreferencesContext)
  if (!context) throw new Error('useTablePreferences stands outside Shell')
  return [context.kept[tableId] ?? defaultPreferences, (preferences) => context.keep(tableId, preferences)]
}
