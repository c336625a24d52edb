'use client'

import { useRouter } from 'next/navigation'
import { Refused } from '@/app/_parts/refused'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/form-field'
import { Input } from '@/components/ui/input'
import { Wizard } from '@/components/ui/wizard'
import { tagValue } from '@/lib/aws/names'
import { KeyStep } from './key-step'
import { useAccessKey } from './use-access-key'
import { UseCaseStep } from './use-case-step'

const steps = [
  {
    title: 'Access key best practices',
    description: 'A key lasts until somebody deletes it. Often there is something better.',
  },
  { title: 'Set description tag', description: 'A note helps you to tell your keys apart later.' },
  { title: 'Retrieve access key' },
]

export function AccessKeyWizard({ userName, back }: { userName: string; back: string }) {
  const router = useRouter()
  const leave = () => router.push(back)
  const key = useAccessKey(userName)
  if (key.made) return <KeyStep steps={steps} userName={userName} made={key.made} onDone={leave} />
  return (
    <Wizard
      label="Create access key"
      steps={steps}
      step={key.step}
      onStep={key.setStep}
      onNext={key.next}
      submitLabel="Create access key"
      submitStep={1}
      onCancel={leave}
      busy={key.busy}
      error={key.error}
    >
      {key.refusal && <Refused refusal={key.refusal} announce />}
      {key.step === 0 && <UseCaseStep {...key} />}
      {key.step === 1 && (
        <Card title="Description">
          <Field label="Description tag value" optional hint={tagValue.hint} error={key.error && key.problem}>
            <Input
              value={key.description}
              autoComplete="off"
              onChange={(event) => key.setDescription(event.target.value)}
            />
          </Field>
        </Card>
      )}
    </Wizard>
  )
}
