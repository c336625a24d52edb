'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import type { Refusal } from '@/app/refusal'
import { useFlash } from '@/components/ui/flashbar'
import { disableConsoleAccess, type NewPassword, setConsolePassword } from '../console-access'

export type ConsoleAccessWish = {
  access: 'on' | 'off'
  kind: 'generated' | 'custom'
  password: string
  mustChange: boolean
}

const firstWish: ConsoleAccessWish = { access: 'on', kind: 'generated', password: '', mustChange: true }

/** The state of the console access form. */
export function useConsoleAccess(userName: string, isEnabled: boolean, onClose: () => void) {
  const [wish, setWish] = useState(firstWish)
  const [refusal, setRefusal] = useState<Refusal>()
  const [made, setMade] = useState<NewPassword>()
  const [busy, startTransition] = useTransition()
  const router = useRouter()
  const { flash } = useFlash()

  const disable = async () => {
    const result = await disableConsoleAccess(userName)
    if (!result.ok) return setRefusal(result.refusal)
    flash({ kind: 'success', title: `Console access of ${userName} disabled.`, text: 'Access keys keep working.' })
    onClose()
  }
  const enable = async () => {
    const custom = wish.kind === 'custom' ? wish.password : undefined
    const result = await setConsolePassword(userName, { custom, mustChange: wish.mustChange, replaces: isEnabled })
    if (!result.ok) return setRefusal(result.refusal)
    const title = isEnabled ? `Password of ${userName} changed.` : `Console access of ${userName} enabled.`
    flash({ kind: 'success', title })
    if (result.value.password) setMade(result.value)
    else onClose()
  }
  const apply = () =>
    startTransition(async () => {
      setRefusal(undefined)
      await (wish.access === 'off' ? disable() : enable())
      router.refresh()
    })
  const change = (part: Partial<ConsoleAccessWish>) => setWish((before) => ({ ...before, ...part }))
  return { wish, change, refusal, made, busy, apply }
}
