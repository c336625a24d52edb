'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import { CsvButton } from '@/components/console/csv-button'
import { Button, ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Copyable } from '@/components/ui/copy-button'
import { Alert } from '@/components/ui/notice'
import { Wizard, type WizardStep } from '@/components/ui/wizard'
import { SecretValue } from '../../../_parts/secret-value'
import type { Created } from '../create-user'

const ConfirmModal = dynamic(() => import('@/components/ui/confirm-modal').then((module) => module.ConfirmModal), {
  ssr: false,
})

type Props = {
  steps: readonly WizardStep[]
  created: Created
  signIn: NonNullable<Created['signIn']>
  onLeave: () => void
}

/** The last page: the password is in this browser only, and only now. */
export function PasswordStep({ steps, created: { userName }, signIn, onLeave }: Props) {
  const [saved, setSaved] = useState(false)
  const [leaving, setLeaving] = useState(false)
  const { address, password, isGenerated } = signIn
  return (
    <>
      <Wizard
        label="Create user"
        steps={steps}
        step={steps.length - 1}
        lockedBefore={steps.length - 1}
        onStep={() => {}}
        onNext={() => {}}
        submitLabel=""
        onCancel={onLeave}
        footer={
          <>
            <CsvButton
              fileName={`${userName}_credentials.csv`}
              header={['User name', 'Password', 'Console sign-in URL']}
              rows={[[userName, isGenerated ? password : '', address]]}
              onDownload={() => setSaved(true)}
            />
            <Button variant="primary" onClick={() => (saved || !isGenerated ? onLeave() : setLeaving(true))}>
              Return to users list
            </Button>
          </>
        }
      >
        <Alert kind="warning">This is the only time that you can view or download this password.</Alert>
        <Card
          title="Console sign-in details"
          actions={<ButtonLink href={mailTo(userName, address)}>Email sign-in instructions</ButtonLink>}
        >
          <div className="flex flex-col gap-4">
            <div>
              <div className="field-label">Console sign-in URL</div>
              <Copyable text={address} what="URL">
                {address}
              </Copyable>
            </div>
            <div>
              <div className="field-label">User name</div>
              <Copyable text={userName} what="user name">
                {userName}
              </Copyable>
            </div>
            <SecretValue label="Console password" what="password" secret={password} />
          </div>
        </Card>
      </Wizard>
      {leaving && (
        <ConfirmModal
          title="Leave without the password?"
          action="Continue"
          onConfirm={onLeave}
          onClose={() => setLeaving(false)}
        >
          You have not downloaded the password of <b>{userName}</b>. You will not be able to see it again.
        </ConfirmModal>
      )}
    </>
  )
}

// The password never goes into the mail: it has its own way to the user.
function mailTo(userName: string, address: string): string {
  const body = `Hello,\n\nyou can sign in to the practice console now.\n\nAddress: ${address}\nUser name: ${userName}\n\nYou will get your password separately.\n`
  return `mailto:?subject=${encodeURIComponent('Your practice console access')}&body=${encodeURIComponent(body)}`
}
