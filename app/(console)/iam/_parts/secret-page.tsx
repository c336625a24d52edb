'use client'

import dynamic from 'next/dynamic'
import { type ReactNode, useState } from 'react'
import { CsvButton, type CsvButtonProps } from '@/components/console/csv-button'
import { Button } from '@/components/ui/button'
import { Wizard, type WizardStep } from '@/components/ui/wizard'

const ConfirmModal = dynamic(() => import('@/components/ui/confirm-modal').then((module) => module.ConfirmModal), {
  ssr: false,
})

type Props = {
  /** The wizard's name. */
  label: string
  steps: readonly WizardStep[]
  /** The file that keeps the secret. */
  file: Pick<CsvButtonProps, 'fileName' | 'header' | 'rows'>
  doneLabel: string
  onDone: () => void
  /** Asked when somebody leaves without the file; nothing is asked where the secret is known anyway. */
  leaving?: { title: string; text: ReactNode }
  children: ReactNode
}

/** The last page of a wizard that made a secret: it is in this browser only, and only now. */
export function SecretPage({ label, steps, file, doneLabel, onDone, leaving, children }: Props) {
  const [saved, setSaved] = useState(false)
  const [asking, setAsking] = useState(false)
  const last = steps.length - 1
  return (
    <>
      <Wizard
        label={label}
        steps={steps}
        step={last}
        lockedBefore={last}
        onStep={() => {}}
        onNext={() => {}}
        submitLabel={doneLabel}
        onCancel={onDone}
        footer={
          <>
            <CsvButton {...file} onDownload={() => setSaved(true)} />
            <Button variant="primary" onClick={() => (saved || !leaving ? onDone() : setAsking(true))}>
              {doneLabel}
            </Button>
          </>
        }
      >
        {children}
      </Wizard>
      {asking && leaving && (
        <ConfirmModal title={leaving.title} action="Continue" onConfirm={onDone} onClose={() => setAsking(false)}>
          {leaving.text}
        </ConfirmModal>
      )}
    </>
  )
}
