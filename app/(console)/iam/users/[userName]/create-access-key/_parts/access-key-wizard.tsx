'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { Refused } from '@/app/_parts/refused'
import type { Refusal } from '@/app/refusal'
import { Card } from '@/components/ui/card'
import { Checkbox, Tiles } from '@/components/ui/choice'
import { useFlash } from '@/components/ui/flashbar'
import { Field } from '@/components/ui/form-field'
import { Input } from '@/components/ui/input'
import { Alert } from '@/components/ui/notice'
import { Wizard } from '@/components/ui/wizard'
import { nameProblem, tagValue } from '@/lib/aws/names'
import { createKey, type NewKey } from '../create-key'
import { KeyStep } from './key-step'
import { type UseCase, useCases } from './use-cases'

const steps = [
  {
    title: 'Access key best practices',
    description: 'A key lasts until somebody deletes it. Often there is something better.',
  },
  { title: 'Set description tag', description: 'A note helps you to tell your keys apart later.' },
  { title: 'Retrieve access key' },
]

export function AccessKeyWizard({ userName, back }: { userName: string; back: string }) {
  const [step, setStep] = useState(0)
  const [useCase, setUseCase] = useState<UseCase>('cli')
  const [understood, setUnderstood] = useState(false)
  const [description, setDescription] = useState('')
  const [error, setError] = useState<string>()
  const [refusal, setRefusal] = useState<Refusal>()
  const [made, setMade] = useState<NewKey>()
  const [busy, startTransition] = useTransition()
  const { flash } = useFlash()
  const router = useRouter()
  const better = useCases.find((one) => one.value === useCase)?.better
  const problem = nameProblem(tagValue, description)

  const create = () =>
    startTransition(async () => {
      const outcome = await createKey(userName, description)
      if (!outcome.ok) return setRefusal(outcome.refusal)
      const { id, untold } = outcome.value
      flash({ kind: 'success', title: `Access key ${id} created.`, text: 'This is the only time to see its secret.' })
      if (untold)
        flash({ kind: 'error', title: 'The description was not kept.', text: untold.message, copy: untold.message })
      setMade(outcome.value)
      setStep(2)
    })
  const next = () => {
    setError(undefined)
    setRefusal(undefined)
    if (step === 1) return problem ? setError('Please correct the field that is marked.') : create()
    if (better && !understood) return setError('Tick the box to go on, or choose the other way.')
    setStep(1)
  }

  if (made) return <KeyStep steps={steps} userName={userName} made={made} onDone={() => router.push(back)} />
  return (
    <Wizard
      label="Create access key"
      steps={steps}
      step={step}
      onStep={setStep}
      onNext={next}
      submitLabel="Create access key"
      submitStep={1}
      onCancel={() => router.push(back)}
      busy={busy}
      error={error}
    >
      {refusal && <Refused refusal={refusal} announce />}
      {step === 0 && (
        <Card title="Use case">
          <div className="flex flex-col gap-4">
            <Tiles
              legend="Use case"
              name="use-case"
              value={useCase}
              onChange={(value) => {
                setUseCase(value as UseCase)
                setUnderstood(false)
              }}
              tiles={useCases}
            />
            {better && (
              <>
                <Alert title="Recommended instead">{better}</Alert>
                <Checkbox
                  label="I understand the recommendation and want to create an access key."
                  checked={understood}
                  aria-invalid={error !== undefined}
                  onChange={(event) => setUnderstood(event.target.checked)}
                />
              </>
            )}
          </div>
        </Card>
      )}
      {step === 1 && (
        <Card title="Description">
          <Field label="Description tag value" optional hint={tagValue.hint} error={error && problem}>
            <Input value={description} autoComplete="off" onChange={(event) => setDescription(event.target.value)} />
          </Field>
        </Card>
      )}
    </Wizard>
  )
}
