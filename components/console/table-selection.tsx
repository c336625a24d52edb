'use client'

import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'

/** What is selected, in the order of selection: the name by the ID. */
export type Selection = {
  selected: readonly { id: string; name: string }[]
  clear: () => void
}

const SelectionContext = createContext<Selection>({ selected: [], clear: () => {} })

/** For the buttons that a table gets as `actions`: what is ticked, also on other pages. */
export const useSelection = () => useContext(SelectionContext)

export function SelectionProvider({ selection, children }: { selection: Selection; children: ReactNode }) {
  return <SelectionContext value={selection}>{children}</SelectionContext>
}

/** Selection that outlives a change of page, search or order. */
export function useSelectionState(mode: 'multi' | 'single' | undefined) {
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map())
  return useMemo(() => {
    const set = (rows: readonly { id: string; name: string }[], on: boolean) => {
      const next = new Map(mode === 'single' ? [] : chosen)
      for (const { id, name } of rows) {
        if (on) next.set(id, name)
        else next.delete(id)
      }
      setChosen(next)
    }
    return {
      selected: [...chosen].map(([id, name]) => ({ id, name })),
      has: (id: string) => chosen.has(id),
      set,
      clear: () => setChosen(new Map()),
    }
  }, [chosen, mode])
}

export type SelectionState = ReturnType<typeof useSelectionState>

/** Selection that a caller holds: IDs in, IDs out. */
export function chosenFrom(
  selected: readonly string[],
  onSelect: (arns: readonly string[]) => void,
  selection: 'multi' | 'single',
): SelectionState {
  const set = (rows: readonly { id: string }[], on: boolean) => {
    const ids = rows.map((row) => row.id)
    const others = selection === 'single' ? [] : selected.filter((arn) => !ids.includes(arn))
    onSelect(on ? [...others, ...ids] : others)
  }
  return {
    selected: selected.map((id) => ({ id, name: id })),
    has: (id) => selected.includes(id),
    set,
    clear: () => onSelect([]),
  }
}
