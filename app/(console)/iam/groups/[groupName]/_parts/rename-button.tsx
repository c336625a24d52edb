'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Button } from '@/components/ui/button'

const RenameModal = dynamic(() => import('./rename-modal').then((module) => module.RenameModal), { ssr: false })

export function RenameButton({ groupName }: { groupName: string }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>Edit</Button>
      {open && <RenameModal groupName={groupName} onClose={() => setOpen(false)} />}
    </>
  )
}
