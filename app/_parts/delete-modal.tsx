'use client'

import { type ReactNode, useState, useTransition } from 'react'
import type { Deletion } from '@/app/deletion'
import { ConfirmModal } from '@/components/ui/confirm-modal'
import { useFlash } from '@/components/ui/flashbar'
import { Refused } from './refused'

export type DeleteModalProps = {
  names: readonly string[]
  /** `user` */
  noun: string
  /** What goes with them. */
  text: ReactNode
  /** More than their names: what one should know of them. */
  about?: ReactNode
  /** A server action. */
  remove: (names: readonly string[]) => Promise<Deletion[]>
  onClose: () => void
  /** Called after at least one is gone. */
  onDone: () => void
}

/** Typed confirmation for one thing by its name, for several by the word `delete`. */
export function DeleteModal({ names, noun, text, about, remove, onClose, onDone }: DeleteModalProps) {
  const Noun = noun.charAt(0).toUpperCase() + noun.slice(1)
  const [stopped, setStopped] = useState<Deletion>()
  const [busy, startTransition] = useTransition()
  const { flash } = useFlash()
  const confirm = () =>
    startTransition(async () => {
      const deletions = await remove(names)
      const gone = deletions.filter((deletion) => !deletion.stopped).map((deletion) => deletion.name)
      if (gone.length > 0) {
        flash({
          kind: 'success',
          title: gone.length === 1 ? `${Noun} ${gone[0]} deleted.` : `${gone.length} ${noun}s deleted.`,
        })
        onDone()
      }
      const failed = deletions.find((deletion) => deletion.stopped)
      if (failed) setStopped(failed)
      else onClose()
    })
  const [only] = names
  return (
    <ConfirmModal
      title={names.length === 1 ? `Delete ${noun} ${only}?` : `Delete ${names.length} ${noun}s?`}
      action="Delete"
      typed={names.length === 1 ? only : 'delete'}
      busy={busy}
      error={stopped && <Stopped deletion={stopped} />}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{text}</p>
      {about}
      {!about && names.length > 1 && (
        <ul className="list-disc pl-5 pt-2">
          {names.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      )}
    </ConfirmModal>
  )
}

function Stopped({ deletion: { name, done, stopped } }: { deletion: Deletion }) {
  if (!stopped) return null
  return (
    <div className="flex flex-col gap-2">
      <p>
        <b>{name}</b> is still there: {stopped.call ? <code>{stopped.call}</code> : 'a call'} was refused.{' '}
        {done.length > 0 && <>Already done: {done.join(', ')}.</>}
      </p>
      <Refused refusal={stopped} announce />
    </div>
  )
}
