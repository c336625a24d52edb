'use client'

import { Refused } from '@/app/_parts/refused'
import { Wizard } from '@/components/ui/wizard'
import { DeviceStep } from './device-step'
import { SetUpStep } from './set-up-step'
import { useAssignMfa } from './use-assign-mfa'

const steps = [
  { title: 'Select MFA device', description: 'A name, and the kind of device.' },
  { title: 'Set up device', description: 'The app learns a secret key and proves it with two codes.' },
]

/** Assigns an MFA device to a user, or to root where no user is named. */
export function AssignMfaWizard({ userName, back }: { userName: string | undefined; back: string }) {
  const mfa = useAssignMfa(userName, back)
  return (
    <Wizard
      label="Assign MFA device"
      steps={steps}
      step={mfa.step}
      lockedBefore={1}
      onStep={() => {}}
      onNext={mfa.next}
      submitLabel="Add MFA"
      onCancel={mfa.leave}
      busy={mfa.busy}
      error={mfa.error}
    >
      {mfa.refusal && <Refused refusal={mfa.refusal} announce />}
      {mfa.device ? <SetUpStep {...mfa} device={mfa.device} /> : <DeviceStep {...mfa} />}
    </Wizard>
  )
}
