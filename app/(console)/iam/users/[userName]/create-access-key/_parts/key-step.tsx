'use client'

import { Card } from '@/components/ui/card'
import { Copyable } from '@/components/ui/copy-button'
import type { WizardStep } from '@/components/ui/wizard'
import { SecretPage } from '../../../../_parts/secret-page'
import { SecretValue } from '../../../../_parts/secret-value'
import type { NewKey } from '../create-key'

type Props = { steps: readonly WizardStep[]; userName: string; made: NewKey; onDone: () => void }

/** The new key with its secret. */
export function KeyStep({ steps, userName, made: { id, secret }, onDone }: Props) {
  const leaving = {
    title: 'Leave without the secret?',
    text: (
      <>
        You have not downloaded the secret of <b>{id}</b>. You will not be able to see it again.
      </>
    ),
  }
  return (
    <SecretPage
      label="Create access key"
      steps={steps}
      file={{
        fileName: `${userName}_accessKeys.csv`,
        header: ['Access key ID', 'Secret access key'],
        rows: [[id, secret]],
      }}
      doneLabel="Done"
      onDone={onDone}
      leaving={leaving}
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
    </SecretPage>
  )
}
