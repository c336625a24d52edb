'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState, useTransition } from 'react'
import { Refused } from '@/app/_parts/refused'
import type { Refusal } from '@/app/refusal'
import { Button, ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { useFlash } from '@/components/ui/flashbar'
import { Field } from '@/components/ui/form-field'
import { Input } from '@/components/ui/input'
import { groupName as groupNameRule, nameProblem } from '@/lib/aws/names'
import { PoliciesToChoose, UsersToChoose } from '../../../_parts/pickers'
import { createGroupWithAll } from '../../create-group'

/** One page with three cards: name, users, policies. */
export function CreateGroupForm() {
  const [name, setName] = useState('')
  const [users, setUsers] = useState<readonly string[]>([])
  const [policies, setPolicies] = useState<readonly string[]>([])
  const [problem, setProblem] = useState<string>()
  const [refusal, setRefusal] = useState<Refusal>()
  const [busy, startTransition] = useTransition()
  const { flash } = useFlash()
  const router = useRouter()
  const create = (event: FormEvent) => {
    event.preventDefault()
    if (event.target !== event.currentTarget || busy) return
    setRefusal(undefined)
    const wrong = name === '' ? 'A group needs a name.' : nameProblem(groupNameRule, name)
    setProblem(wrong ?? undefined)
    if (wrong) return focusName()
    startTransition(async () => {
      const outcome = await createGroupWithAll({ groupName: name, users, policies })
      if (outcome.ok) {
        for (const one of outcome.value.flashes) flash(one)
        router.push('/iam/groups')
      } else if (outcome.refusal.code === 'EntityAlreadyExists') {
        setProblem('There is already a group with this name.')
        focusName()
      } else {
        setRefusal(outcome.refusal)
      }
    })
  }
  return (
    <form noValidate onSubmit={create} className="flex flex-col gap-4" aria-label="Create user group">
      <Card title="Name the group">
        <Field label="User group name" required hint={groupNameRule.hint} error={problem}>
          <Input
            id="group-name"
            value={name}
            autoFocus
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => {
              setName(event.target.value)
              setProblem(undefined)
            }}
          />
        </Field>
      </Card>
      <UsersToChoose
        title="Add users to the group"
        description="Optional: you can add users later, too."
        selected={users}
        onSelect={setUsers}
      />
      <PoliciesToChoose
        title="Attach permissions policies"
        description="Optional: up to 10 policies for everybody in the group."
        selected={policies}
        onSelect={setPolicies}
      />
      {refusal && <Refused refusal={refusal} announce />}
      <div className="actions justify-end">
        <ButtonLink variant="plain" href="/iam/groups">
          Cancel
        </ButtonLink>
        <Button type="submit" variant="primary" loading={busy}>
          Create user group
        </Button>
      </div>
    </form>
  )
}

const focusName = () => document.getElementById('group-name')?.focus()
