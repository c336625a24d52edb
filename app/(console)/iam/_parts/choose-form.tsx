'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { Refused } from '@/app/_parts/refused'
import type { ActionResult } from '@/app/action-result'
import type { Refusal } from '@/app/refusal'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { useFlash } from '@/components/ui/flashbar'
import { Alert } from '@/components/ui/notice'
import { EntitiesToChoose, UsersAndRolesToChoose } from './entity-picker'
import { GroupsToChoose, PoliciesToChoose, UsersToChoose } from './pickers'

const pickers = {
  users: UsersToChoose,
  groups: GroupsToChoose,
  policies: PoliciesToChoose,
  entities: EntitiesToChoose,
  'users and roles': UsersAndRolesToChoose,
} as const

type Props = {
  of: keyof typeof pickers
  title: string
  description?: string
  selection?: 'multi' | 'single'
  submitLabel: string
  /** A server action that gets the chosen names or ARNs. */
  act: (ids: readonly string[]) => Promise<ActionResult>
  /** Where Cancel and success lead. */
  back: string
}

/** A page for choosing things and doing one thing with them. */
export function ChooseForm({ of, title, description, selection, submitLabel, act, back }: Props) {
  const [selected, setSelected] = useState<readonly string[]>([])
  const [refusal, setRefusal] = useState<Refusal>()
  const [isEmpty, setEmpty] = useState(false)
  const [busy, startTransition] = useTransition()
  const { flash } = useFlash()
  const router = useRouter()
  const Choices = pickers[of]
  const submit = () => {
    setEmpty(selected.length === 0)
    setRefusal(undefined)
    if (selected.length === 0) return
    startTransition(async () => {
      const result = await act(selected)
      if (!result.ok) return setRefusal(result.refusal)
      if (result.flash) flash(result.flash)
      router.push(back)
    })
  }
  return (
    <>
      <Choices
        title={title}
        description={description}
        selection={selection}
        selected={selected}
        onSelect={setSelected}
      />
      {isEmpty && (
        <Alert kind="error" announce>
          Choose at least one of the {of}.
        </Alert>
      )}
      {refusal && <Refused refusal={refusal} announce />}
      <div className="actions justify-end">
        <ButtonLink variant="plain" href={back}>
          Cancel
        </ButtonLink>
        <Button variant="primary" loading={busy} onClick={submit}>
          {submitLabel}
        </Button>
      </div>
    </>
  )
}
