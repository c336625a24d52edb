'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useSelection } from '@/components/console/table-selection'
import { Button } from '@/components/ui/button'

const DeleteUsersModal = dynamic(() => import('./delete-users-modal').then((module) => module.DeleteUsersModal), {
  ssr: false,
})

/** Deletes the ticked users of the list. */
export function DeleteUsersButton() {
  const { selected, clear } = useSelection()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button disabled={selected.length === 0} onClick={() => setOpen(true)}>
        Delete
      </Button>
      {open && (
        <DeleteUsersModal users={selected.map((one) => one.name)} onClose={() => setOpen(false)} onDone={clear} />
      )}
    </>
  )
}
