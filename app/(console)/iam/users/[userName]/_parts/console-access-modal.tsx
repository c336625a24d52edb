'use client'

import { Refused } from '@/app/_parts/refused'
import { Button } from '@/components/ui/button'
import { Modal } from '@/components/ui/modal'
import { ConsoleAccessForm } from './console-access-form'
import { PasswordResult } from './password-result'
import { useConsoleAccess } from './use-console-access'

type Props = { userName: string; isEnabled: boolean; onClose: () => void }

/** Gives a user a console password, changes it, or takes it away. */
export function ConsoleAccessModal({ userName, isEnabled, onClose }: Props) {
  const { wish, change, refusal, made, busy, apply } = useConsoleAccess(userName, isEnabled, onClose)
  if (made) return <PasswordResult made={made} onClose={onClose} />
  const isPasswordProblem = refusal?.code === 'PasswordPolicyViolation'
  return (
    <Modal
      title={isEnabled ? `Manage console access of ${userName}` : `Enable console access for ${userName}`}
      onClose={onClose}
      busy={busy}
      footer={
        <>
          <Button variant="plain" onClick={onClose} disabled={busy}>
            Cancel
          </Button>
          <Button variant="primary" onClick={apply} loading={busy}>
            Apply
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <ConsoleAccessForm
          isEnabled={isEnabled}
          wish={wish}
          onChange={change}
          passwordProblem={isPasswordProblem ? refusal.message : undefined}
        />
        {refusal && !isPasswordProblem && <Refused refusal={refusal} announce />}
      </div>
    </Modal>
  )
}
