'use client'

import { useRouter } from 'next/navigation'
import { Refused } from '@/app/_parts/refused'
import { Info } from '@/components/console/info'
import { Wizard, type WizardStep } from '@/components/ui/wizard'
import type { PasswordRequirements } from '@/lib/aws/password-rules'
import { emptyWish, type UserWish } from '../wish'
import { DetailsStep } from './details-step'
import { PasswordStep } from './password-step'
import { PermissionsStep } from './permissions-step'
import { ReviewStep } from './review-step'
import { type Problems, useCreateUser } from './use-create-user'

const stepsFor = ({ userName, console }: UserWish): WizardStep[] => [
  { title: 'Specify user details', info: <Info topic="create-user" about="user details" /> },
  {
    title: 'Set permissions',
    info: <Info topic="set-permissions" about="permissions" />,
    description: (
      <>
        Choose how <b className="text-text">{userName}</b> gets its permissions. Groups are easier to keep tidy when
        people share a job.
      </>
    ),
  },
  { title: 'Review and create', description: 'Look once more before the user is made.' },
  ...(console ? [{ title: 'Retrieve password' }] : []),
]

/** The create-user flow. */
export function CreateUserWizard({ passwordPolicy }: { passwordPolicy: PasswordRequirements | null }) {
  const router = useRouter()
  const leave = () => router.push('/iam/users')
  const { step, go, next, wish, change, problems, refusal, created, strictTags, busy } = useCreateUser(
    passwordPolicy,
    leave,
  )
  const steps = stepsFor(wish)
  if (created?.signIn) {
    return <PasswordStep steps={steps} created={created} signIn={created.signIn} onLeave={leave} />
  }
  return (
    <Wizard
      label="Create user"
      steps={steps}
      step={step}
      onStep={go}
      onNext={next}
      submitLabel="Create user"
      submitStep={2}
      onCancel={leave}
      dirty={wish !== emptyWish}
      busy={busy}
      error={problemText(problems)}
    >
      {refusal && <Refused refusal={refusal} announce />}
      {step === 0 && <DetailsStep wish={wish} onChange={change} problems={problems} passwordPolicy={passwordPolicy} />}
      {step === 1 && <PermissionsStep wish={wish} onChange={change} />}
      {step === 2 && <ReviewStep wish={wish} onChange={change} onEdit={go} strictTags={strictTags} />}
    </Wizard>
  )
}

const problemText = (problems: Problems) =>
  Object.keys(problems).length > 0 ? 'Please correct the fields that are marked.' : undefined
