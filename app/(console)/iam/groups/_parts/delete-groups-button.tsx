'use client'

import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useSelection } from '@/components/console/table-selection'
import { Button } from '@/components/ui/button'
import { deleteGroups } from '../actions'

const DeleteModal = dynamic(() => import('@/app/_parts/delete-modal').then((module) => module.DeleteModal), {
  ssr: false,
})

const text =
  'Its users lose what the group allows them and stay otherwise. Inline policies are deleted, managed ones are only detached. It cannot be undone.'

/** Deletes the ticked groups of the list. */
export function DeleteGroupsButton() {
  const { selected, clear } = useSelection()
  return <DeleteGroups names={selected.map((one) => one.name)} onDone={clear} />
}

/** Deletes the group whose page this is. */
export function DeleteGroupButton({ groupName }: { groupName: string }) {
  const router = useRouter()
  return <DeleteGroups names={[groupName]} onDone={() => router.push('/iam/groups')} />
}

function DeleteGroups({ names, onDone }: { names: readonly string[]; onDone: () => void }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button disabled={names.length === 0} onClick={() => setOpen(true)}>
        Delete
      </Button>
      {open && (
        <DeleteModal
          names={names}
          noun="user group"
          text={text}
          remove={deleteGroups}
          onClose={() => setOpen(false)}
          onDone={onDone}
        />
      )}
    </>
  )
}
