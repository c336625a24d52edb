'use client'

import { useCallback, useEffect, useState, useTransition } from 'react'
import type { Outcome } from '@/app/door'

/** A picker's list, asked for when the picker appears and again by its refresh button. */
export function useChoices<Choice>(load: () => Promise<Outcome<Choice[]>>) {
  const [outcome, setOutcome] = useState<Outcome<Choice[]>>()
  const [refreshing, startTransition] = useTransition()
  const refresh = useCallback(() => startTransition(async () => setOutcome(await load())), [load])
  useEffect(refresh, [refresh])
  return {
    choices: outcome?.ok ? outcome.value : [],
    refusal: outcome && !outcome.ok ? outcome.refusal : undefined,
    loading: outcome === undefined,
    refreshing,
    refresh,
  }
}
