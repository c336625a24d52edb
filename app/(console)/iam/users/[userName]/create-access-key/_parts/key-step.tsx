'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import { CsvButton } from '@/components/console/csv-button'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Copyable } from '@/components/ui/copy-button'
import { Wizard, type WizardStep } from '@/components/ui/wizard'
import { SecretValue } from '../../../../_parts/secret-value'
import type { NewKey } from '../create-key'

const ConfirmModal = dynamic(() => import('@/components/ui/confirm-modal').then((module) => module.ConfirmModal), {
  ssr: false,
})

type Props = { steps: readonly WizardStep[]; userName: string; made: NewKey; onDone: () => void }

/** The last page: the secret is in this browser only, and only now. */
export function KeyStep({ steps, userName, made: { id, secret }, onDone }: Props) {
  const [saved, setSaved] = useState(false)
  const [leaving, setLeaving] = useState(false)
  return (
    <>
      <Wizard
        label="Create access key"
        steps={steps}
        step={2}
        lockedBefore={2}
        onStep={() => {}}
        onNext={() => {}}
        submitLabel=""
        onCancel={onDone}
        footer={
          <>
            <CsvButton
              fileName={`${userName}_accessKeys.csv`}
              header={['Access key ID', 'Secret access key']}
              rows={[[id, secret]]}
              onDownload={() => setSaved(true)}
            />
            <Button variant="primary" onClick={() => (saved ? onDone() : setLeaving(true))}>
              Done
            </Button>
          </>
        }
      >
        <Card title="Access key" description="If you lose the secret, delete the key and make a new one.">
          <div className="flex flex-col gap-4">
            <div>
              <div className="field-label">Access key</div>
              <Copyable text={id} what="access key ID">
                <code className="mono">{id}</code>
              </Copyable>
            </div>
            <SecretValue label="Secret access key" what="secret access key" secret={secret} />
          </div>
        </Card>
        <Card title="Good habits">
          <ul className="list-disc pl-5">
            <li>Never keep a key in plain text, in a code repository or in code.</li>
            <li>Deactivate or delete a key that is no longer needed.</li>
            <li>Allow its user no more than the work needs.</li>
            <li>Change keys regularly: make the second one, move over, then delete the first.</li>
          </ul>
        </Card>
      </Wizard>
      {leaving && (
        <ConfirmModal
          title="Leave without the secret?"
          action="Continue"
          onConfirm={onDone}
          onClose={() => setLeaving(false)}
        >
          You have not downloaded the secret of <b>{id}</b>. You will not be able to see it again.
        </ConfirmModal>
      )}
    </>
  )
}
