'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import type { ActionResult } from '@/app/action-result'
import type { Refusal } from '@/app/refusal'
import { useFlash } from '@/components/ui/flashbar'

/** Performs one action for a dialog: its flash, its refusal, and the page drawn anew. */
export function useAct() {
  const [refusal, setRefusal] = useState<Refusal>()
  const [busy, startTransition] = useTransition()
  const { flash } = useFlash()
  const router = useRouter()
  const run = (act: () => Promise<ActionResult>, onDone: () => void) =>
    startTransition(async () => {
      const result = await act()
      if (!result.ok) return setRefusal(result.refusal)
      setRefusal(undefined)
      if (result.flash) flash(result.flash)
      onDone()
      router.refresh()
    })
  return { run, refusal, busy }
}
