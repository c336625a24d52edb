'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { Refused } from '@/app/_parts/refused'
import type { Refusal } from '@/app/refusal'
import { Card } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/choice'
import { useFlash } from '@/components/ui/flashbar'
import { Alert } from '@/components/ui/notice'
import { Wizard } from '@/components/ui/wizard'
import { KeyStep } from '../../../users/[userName]/create-access-key/_parts/key-step'
import type { NewKey } from '../../../users/[userName]/create-access-key/create-key'
import { createOwnKey } from '../../actions'

const steps = [
  {
    title: 'Alternatives to root user access keys',
    description: 'A key of root can do everything, and nothing can limit it.',
  },
  { title: 'Retrieve access key' },
]

/** A key for root: possible, and talked out of first. */
export function RootKeyWizard({ back }: { back: string }) {
  const [understood, setUnderstood] = useState(false)
  const [error, setError] = useState<string>()
  const [refusal, setRefusal] = useState<Refusal>()
  const [made, setMade] = useState<NewKey>()
  const [busy, startTransition] = useTransition()
  const { flash } = useFlash()
  const router = useRouter()
  const leave = () => router.push(back)
  const create = () => {
    setRefusal(undefined)
    setError(understood ? undefined : 'Tick the box to go on, or take one of the other ways.')
    if (!understood) return
    startTransition(async () => {
      const outcome = await createOwnKey()
      if (!outcome.ok) return setRefusal(outcome.refusal)
      const { id } = outcome.value
      flash({ kind: 'success', title: `Access key ${id} created.`, text: 'This is the only time to see its secret.' })
      setMade(outcome.value)
    })
  }
  if (made) return <KeyStep steps={steps} userName="root" made={made} onDone={leave} />
  return (
    <Wizard
      label="Create access key"
      steps={steps}
      step={0}
      submitStep={0}
      onStep={() => {}}
      onNext={create}
      submitLabel="Create access key"
      onCancel={leave}
      busy={busy}
      error={error}
    >
      {refusal && <Refused refusal={refusal} announce />}
      <BetterWays />
      <Card title="Continue to create an access key?">
        <div className="flex flex-col gap-4">
          <Alert kind="warning">
            Whoever finds this key has the whole account. No policy of the account can stop it.
          </Alert>
          <Checkbox
            label="I understand that creating a root access key is not a best practice, but I still want to create one."
            checked={understood}
            aria-invalid={error !== undefined}
            onChange={(event) => setUnderstood(event.target.checked)}
          />
        </div>
      </Card>
    </Wizard>
  )
}

function BetterWays() {
  return (
    <Card title="Better than a key of root">
      <ul className="list-disc pl-5">
        <li>Create a user for the work, with a policy that allows no more than it needs, and give that user a key.</li>
        <li>Sign in to the console as root for the few things that only root may do. They need no key.</li>
        <li>If a program needs a key for a day, delete the key on that day.</li>
      </ul>
    </Card>
  )
}
