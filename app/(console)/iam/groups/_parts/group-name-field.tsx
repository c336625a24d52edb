'use client'

import { Field } from '@/components/ui/form-field'
import { Input } from '@/components/ui/input'
import { groupName as groupNameRule } from '@/lib/aws/names'
import type { useCreateGroup } from '../use-create-group'

type Props = { group: ReturnType<typeof useCreateGroup> }

/** The name of a group that is being made. */
export function GroupNameField({ group: { name, changeName, problem } }: Props) {
  return (
    <Field label="User group name" required hint={groupNameRule.hint} error={problem}>
      <Input
        name="GroupName"
        value={name}
        autoFocus
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => changeName(event.target.value)}
      />
    </Field>
  )
}
