'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useSelection } from '@/components/console/table-selection'
import { Button } from '@/components/ui/button'

const ResyncModal = dynamic(() => import('./resync-modal').then((module) => module.ResyncModal), { ssr: false })

/** Sets the clock of the ticked device. */
export function ResyncButton({ userName }: { userName: string | undefined }) {
  const { selected } = useSelection()
  const [open, setOpen] = useState(false)
  const [device] = selected
  return (
    <>
      <Button disabled={!device} onClick={() => setOpen(true)}>
        Resync
      </Button>
      {open && device && <ResyncModal userName={userName} device={device} onClose={() => setOpen(false)} />}
    </>
  )
}
