'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { Refused } from '@/app/_parts/refused'
import type { Refusal } from '@/app/refusal'
import { tagProblems } from '@/components/console/tags'
import { useFlash } from '@/components/ui/flashbar'
import { Wizard } from '@/components/ui/wizard'
import { nameProblem, userName as userNameRule } from '@/lib/aws/names'
import { type PasswordRequirements, passwordRules } from '@/lib/aws/password-rules'
import { type Created, createUserAsWished } from '../create-user'
import { emptyWish, type UserWish } from '../wish'
import { DetailsStep } from './details-step'
import { flashesOf } from './flashes'
import { PasswordStep } from './password-step'
import { PermissionsStep } from './permissions-step'
import { ReviewStep } from './review-step'

type Problems = { userName?: string; password?: string }

const steps = [
  { title: 'Specify user details' },
  {
    title: 'Set permissions',
    description: 'Choose how the user gets its permissions. Groups are easier to keep tidy when people share a job.',
  },
  { title: 'Review and create', description: 'Look once more before the user is made.' },
]

const withPassword = [...steps, { title: 'Retrieve password' }]

/** The create-user flow: the wish is gathered here and sent as a whole. */
export function CreateUserWizard({ passwordPolicy }: { passwordPolicy: PasswordRequirements | null }) {
  const [step, setStep] = useState(0)
  const [wish, setWish] = useState<UserWish>(emptyWish)
  const [problems, setProblems] = useState<Problems>({})
  const [refusal, setRefusal] = useState<Refusal>()
  const [created, setCreated] = useState<Created>()
  const [strictTags, setStrictTags] = useState(false)
  const [busy, startTransition] = useTransition()
  const { flash } = useFlash()
  const router = useRouter()
  const change = (part: Partial<UserWish>) => {
    setWish((before) => ({ ...before, ...part }))
    setProblems({})
  }
  const leave = () => router.push('/iam/users')

  const submit = () =>
    startTransition(async () => {
      setRefusal(undefined)
      const outcome = await createUserAsWished(wish)
      if (!outcome.ok) return takeRefusal(outcome.refusal)
      for (const one of flashesOf(outcome.value)) flash(one)
      if (outcome.value.signIn) {
        setCreated(outcome.value)
        setStep(3)
      } else {
        leave()
      }
    })
  const takeRefusal = (failed: Refusal) => {
    if (failed.code === 'EntityAlreadyExists') {
      setProblems({ userName: 'There is already a user with this name.' })
      setStep(0)
    } else {
      setRefusal(failed)
    }
  }
  const next = () => {
    setRefusal(undefined)
    if (step === 0) {
      const found = detailsProblems(wish, passwordPolicy)
      setProblems(found)
      if (Object.keys(found).length === 0) setStep(1)
    } else if (step === 1) {
      setStep(2)
    } else if (tagProblems(wish.tags, { ignoreCase: true }).some(Boolean)) {
      setStrictTags(true)
    } else {
      submit()
    }
  }

  if (created?.signIn)
    return <PasswordStep steps={withPassword} created={created} signIn={created.signIn} onLeave={leave} />
  return (
    <Wizard
      label="Create user"
      steps={wish.console ? withPassword : steps}
      step={step}
      onStep={(to) => {
        setRefusal(undefined)
        setStep(to)
      }}
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
      {step === 2 && <ReviewStep wish={wish} onChange={change} onEdit={setStep} strictTags={strictTags} />}
    </Wizard>
  )
}

const problemText = (problems: Problems) =>
  Object.keys(problems).length > 0 ? 'Please correct the fields that are marked.' : undefined

function detailsProblems(wish: UserWish, policy: PasswordRequirements | null): Problems {
  const problems: Problems = {}
  if (wish.userName === '') problems.userName = 'A user needs a name.'
  else if (nameProblem(userNameRule, wish.userName)) problems.userName = 'This is not a valid user name.'
  if (wish.console?.password === 'custom') {
    const { custom } = wish.console
    const broken = passwordRules(policy, [wish.userName]).filter((rule) => !rule.holds(custom))
    if (broken.length > 0) problems.password = 'The password does not follow the rules below.'
  }
  return problems
}
