'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Button } from '@/components/ui/button'

const ConsoleAccessModal = dynamic(() => import('./console-access-modal').then((module) => module.ConsoleAccessModal), {
  ssr: false,
})

export function ConsoleAccessButton({ userName, isEnabled }: { userName: string; isEnabled: boolean }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{isEnabled ? 'Manage console access' : 'Enable console access'}</Button>
      {open && <ConsoleAccessModal userName={userName} isEnabled={isEnabled} onClose={() => setOpen(false)} />}
    </>
  )
}
