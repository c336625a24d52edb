'use client'

import { useState } from 'react'
import { Refused } from '@/app/_parts/refused'
import { ConfirmModal } from '@/components/ui/confirm-modal'
import { removeKey, setKeyStatus } from '../actions'
import type { KeyProps } from './key-menu'
import { useAct } from './use-act'

type Props = KeyProps & { onClose: () => void }

export function DeactivateKeyModal({ userName, id, lastUse, onClose }: Props) {
  const { run, refusal, busy } = useAct()
  return (
    <ConfirmModal
      title={`Deactivate ${id}?`}
      action="Deactivate"
      busy={busy}
      error={refusal && <Refused refusal={refusal} announce />}
      onConfirm={() => run(() => setKeyStatus(userName, id, 'Inactive'), onClose)}
      onClose={onClose}
    >
      <p>Everything that uses this key is refused at once. The key still counts as one of two. {lastUse}</p>
    </ConfirmModal>
  )
}

/** A key that works is deactivated first, so that whatever still needs it shows itself while there is a way back. */
export function DeleteKeyModal({ userName, id, isActive, lastUse, onClose }: Props) {
  const [isOff, setIsOff] = useState(!isActive)
  const { run, refusal, busy } = useAct()
  const shared = {
    title: `Delete ${id}?`,
    busy,
    error: refusal && <Refused refusal={refusal} announce />,
    onClose,
  }
  if (!isOff) {
    const deactivate = () =>
      run(
        () => setKeyStatus(userName, id, 'Inactive'),
        () => setIsOff(true),
      )
    return (
      <ConfirmModal key="active" {...shared} action="Deactivate" onConfirm={deactivate}>
        <p>
          This key is active. Deactivate it first: everything that uses it is then refused at once, and you can still
          turn back. {lastUse}
        </p>
      </ConfirmModal>
    )
  }
  return (
    <ConfirmModal
      key="inactive"
      {...shared}
      action="Delete"
      typed={id}
      onConfirm={() => run(() => removeKey(userName, id), onClose)}
    >
      <p>
        {isActive && 'The key is deactivated. '}A deleted key never works again: it cannot be undone. {lastUse}
      </p>
    </ConfirmModal>
  )
}
