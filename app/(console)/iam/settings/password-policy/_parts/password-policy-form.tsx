'use client'

import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState, useTransition } from 'react'
import { flushSync } from 'react-dom'
import { Refused } from '@/app/_parts/refused'
import type { Refusal } from '@/app/refusal'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { Tiles } from '@/components/ui/choice'
import { useFlash } from '@/components/ui/flashbar'
import { focusFirstInvalid } from '@/components/ui/form-field'
import { setDefaultPasswordPolicy, setPasswordPolicy } from '../actions'
import {
  type DraftProblems,
  draftOf,
  type PasswordPolicy,
  type PolicyDraft,
  policyOf,
  problemsOf,
} from '../policy-draft'
import { CustomPolicy } from './custom-policy'

const ConfirmModal = dynamic(() => import('@/components/ui/confirm-modal').then((module) => module.ConfirmModal), {
  ssr: false,
})

const settings = '/iam/settings'

const kinds = [
  {
    value: 'default',
    title: 'IAM default',
    text: 'At least 8 characters of three kinds, not the account name or its e-mail address. Never expires.',
  },
  { value: 'custom', title: 'Custom', text: 'Length, characters, expiration and reuse as you say.' },
] as const

export function PasswordPolicyForm({ policy }: { policy: PasswordPolicy | null }) {
  const [draft, setDraft] = useState(() => draftOf(policy))
  const [problems, setProblems] = useState<DraftProblems>({})
  const [asking, setAsking] = useState(false)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const found = problemsOf(draft)
    const form = event.currentTarget
    flushSync(() => setProblems(found))
    if (!focusFirstInvalid(form)) setAsking(true)
  }
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <Card title="Password policy">
        <Tiles
          legend="Password policy"
          name="kind"
          columns={2}
          value={draft.kind}
          onChange={(kind) => setDraft({ ...draft, kind: kind as PolicyDraft['kind'] })}
          tiles={kinds}
        />
      </Card>
      {draft.kind === 'custom' && <CustomPolicy draft={draft} onChange={setDraft} problems={problems} />}
      <div className="actions justify-end">
        <ButtonLink variant="plain" href={settings}>
          Cancel
        </ButtonLink>
        <Button type="submit" variant="primary">
          Save changes
        </Button>
      </div>
      {asking && <ConfirmPolicy draft={draft} onClose={() => setAsking(false)} />}
    </form>
  )
}

function ConfirmPolicy({ draft, onClose }: { draft: PolicyDraft; onClose: () => void }) {
  const [refusal, setRefusal] = useState<Refusal>()
  const [busy, startTransition] = useTransition()
  const { flash } = useFlash()
  const router = useRouter()
  const isCustom = draft.kind === 'custom'
  const save = () =>
    startTransition(async () => {
      const result = isCustom ? await setPasswordPolicy(policyOf(draft)) : await setDefaultPasswordPolicy()
      if (!result.ok) return setRefusal(result.refusal)
      if (result.flash) flash(result.flash)
      router.push(settings)
    })
  return (
    <ConfirmModal
      title={isCustom ? 'Set custom password policy?' : 'Set default password policy?'}
      action={isCustom ? 'Set custom' : 'Set default'}
      busy={busy}
      error={refusal && <Refused refusal={refusal} announce />}
      onConfirm={save}
      onClose={onClose}
    >
      <p>
        Length and characters count from the next time that somebody changes a password. Expiration counts at once, for
        the passwords of today, too. The root user and access keys are not touched.
      </p>
    </ConfirmModal>
  )
}
