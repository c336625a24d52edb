'use client'

import { type FormEvent, type ReactNode, useState } from 'react'
import { Button } from './button'
import { Field } from './form-field'
import { Input } from './input'
import { Modal } from './modal'

export type ConfirmModalProps = {
  title: ReactNode
  /** The word on the last button: `Delete`, `Detach`. */
  action: string
  /** Text that must be typed before the button wakes up. Without it this is a simple confirmation. */
  typed?: string
  /** Red last button; on by default where something must be typed. */
  danger?: boolean
  busy?: boolean
  /** A refusal or error of the attempt, drawn inside: a typed deletion stays open. */
  error?: ReactNode
  onConfirm: () => void
  onClose: () => void
  children: ReactNode
}

/** Asks before something is done: simple, or typed when it cannot be undone. */
export function ConfirmModal(props: ConfirmModalProps) {
  const { title, action, typed, danger = Boolean(typed), busy, error, onConfirm, onClose, children } = props
  const [text, setText] = useState('')
  const ready = !typed || text === typed
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // A form inside a modal inside a form must not submit both.
    event.stopPropagation()
    if (ready && !busy) onConfirm()
  }
  return (
    <Modal title={title} onClose={onClose} busy={busy}>
      <form onSubmit={submit}>
        <div className="flex flex-col gap-2.5">
          <div>{children}</div>
          {error}
          {typed && (
            <Field wide label={<ConfirmLabel typed={typed} />}>
              <Input
                value={text}
                onChange={(event) => setText(event.target.value)}
                autoComplete="off"
                spellCheck={false}
              />
            </Field>
          )}
        </div>
        <div className="modal-foot modal-foot-inside">
          <Button variant="plain" onClick={onClose} disabled={busy}>
            Cancel
          </Button>
          <Button type="submit" variant={danger ? 'danger' : 'primary'} disabled={!ready} loading={busy}>
            {action}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

function ConfirmLabel({ typed }: { typed: string }) {
  return (
    <>
      To confirm, type <b className="select-all">{typed}</b>
    </>
  )
}
