'use client'

import { useState, useTransition } from 'react'
import { Refused } from '@/app/_parts/refused'
import { ConfirmModal } from '@/components/ui/confirm-modal'
import { useFlash } from '@/components/ui/flashbar'
import { deleteUsers } from '../actions'
import type { Deletion } from '../delete-user'

type Props = {
  users: readonly string[]
  onClose: () => void
  /** Called after at least one user is gone. */
  onDone: () => void
}

/** Typed confirmation for one user by its name, for several by the word `delete`. */
export function DeleteUsersModal({ users, onClose, onDone }: Props) {
  const [stopped, setStopped] = useState<Deletion>()
  const [busy, startTransition] = useTransition()
  const { flash } = useFlash()
  const confirm = () =>
    startTransition(async () => {
      const deletions = await deleteUsers(users)
      const gone = deletions.filter((deletion) => !deletion.stopped).map((deletion) => deletion.user)
      if (gone.length > 0) {
        flash({
          kind: 'success',
          title: gone.length === 1 ? `User ${gone[0]} deleted.` : `${gone.length} users deleted.`,
        })
        onDone()
      }
      const failed = deletions.find((deletion) => deletion.stopped)
      if (failed) setStopped(failed)
      else onClose()
    })
  const [only] = users
  return (
    <ConfirmModal
      title={users.length === 1 ? `Delete user ${only}?` : `Delete ${users.length} users?`}
      action="Delete"
      typed={users.length === 1 ? only : 'delete'}
      busy={busy}
      error={stopped && <Stopped deletion={stopped} />}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>
        This also deletes passwords, access keys and inline policies, and takes the users out of their groups. Managed
        policies are only detached. It cannot be undone.
      </p>
      {users.length > 1 && (
        <ul className="list-disc pl-5 pt-2">
          {users.map((user) => (
            <li key={user}>{user}</li>
          ))}
        </ul>
      )}
    </ConfirmModal>
  )
}

function Stopped({ deletion: { user, done, stopped } }: { deletion: Deletion }) {
  if (!stopped) return null
  return (
    <div className="flex flex-col gap-2">
      <p>
        <b>{user}</b> is still there: <code>{stopped.call}</code> was refused.{' '}
        {done.length > 0 && <>Already done: {done.join(', ')}.</>}
      </p>
      <Refused refusal={stopped.refusal} announce />
    </div>
  )
}
