'use client'

import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { refusalFlash } from '@/app/_parts/refusal-flash'
import { useFlash } from '@/components/ui/flashbar'
import { Menu, type MenuItem } from '@/components/ui/menu'
import { setKeyStatus } from '../actions'

const dialogs = {
  deactivate: dynamic(() => import('./key-dialogs').then((module) => module.DeactivateKeyModal), { ssr: false }),
  delete: dynamic(() => import('./key-dialogs').then((module) => module.DeleteKeyModal), { ssr: false }),
  describe: dynamic(() => import('./describe-key-modal').then((module) => module.DescribeKeyModal), { ssr: false }),
}

export type KeyProps = {
  /** Nobody: root, whose keys have no description, because root has no tags. */
  userName: string | undefined
  id: string
  isActive: boolean
  description: string
  /** A sentence about its last use. */
  lastUse: string
}

/** What can be done with an access key. */
export function KeyMenu(key: KeyProps) {
  const [asked, setAsked] = useState<keyof typeof dialogs>()
  const activate = useActivate(key)
  const Dialog = asked && dialogs[asked]
  const items: MenuItem[] = [
    key.isActive
      ? { label: 'Deactivate', onSelect: () => setAsked('deactivate') }
      : { label: 'Activate', onSelect: activate },
    ...(key.userName === undefined ? [] : [{ label: 'Edit description', onSelect: () => setAsked('describe') }]),
    { label: 'Delete', onSelect: () => setAsked('delete'), danger: true, ruled: true },
  ]
  return (
    <>
      <Menu label="Actions" items={items} />
      {Dialog && <Dialog {...key} onClose={() => setAsked(undefined)} />}
    </>
  )
}

/** Asks nothing: nothing is lost by it. */
function useActivate({ userName, id }: KeyProps) {
  const [, startTransition] = useTransition()
  const { flash } = useFlash()
  const router = useRouter()
  return () =>
    startTransition(async () => {
      const result = await setKeyStatus(userName, id, 'Active')
      if (!result.ok) return flash(refusalFlash(`Access key ${id} was not activated.`, result.refusal))
      if (result.flash) flash(result.flash)
      router.refresh()
    })
}
