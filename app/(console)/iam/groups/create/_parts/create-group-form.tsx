'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Refused } from '@/app/_parts/refused'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { PoliciesToChoose, UsersToChoose } from '../../../_parts/pickers'
import { GroupNameField } from '../../_parts/group-name-field'
import { useCreateGroup } from '../../use-create-group'

/** One page with three cards: name, users, policies. */
export function CreateGroupForm() {
  const [users, setUsers] = useState<readonly string[]>([])
  const [policies, setPolicies] = useState<readonly string[]>([])
  const router = useRouter()
  const group = useCreateGroup(
    () => router.push('/iam/groups'),
    () => document.querySelector<HTMLInputElement>('input[name=GroupName]')?.focus(),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (event.target === event.currentTarget && !group.busy) group.create({ users, policies })
  }
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4" aria-label="Create user group">
      <Card title="Name the group">
        <GroupNameField group={group} />
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
        slim
      />
      {group.refusal && <Refused refusal={group.refusal} announce />}
      <div className="actions justify-end">
        <ButtonLink variant="plain" href="/iam/groups">
          Cancel
        </ButtonLink>
        <Button type="submit" variant="primary" loading={group.busy}>
          Create user group
        </Button>
      </div>
    </form>
  )
}
