'use client'

import { useState, useTransition } from 'react'
import { Refused } from '@/app/_parts/refused'
import type { Refusal } from '@/app/refusal'
import { Button } from '@/components/ui/button'
import { useFlash } from '@/components/ui/flashbar'
import { Field } from '@/components/ui/form-field'
import { Input } from '@/components/ui/input'
import { Modal } from '@/components/ui/modal'
import { groupName as groupNameRule, nameProblem } from '@/lib/aws/names'
import { PoliciesToChoose } from '../../../_parts/pickers'
import { createGroupWithAll } from '../../../groups/create-group'

type Props = { onClose: () => void; onCreated: (name: string) => void }

/** Makes a group without leaving the wizard; it is made at once, whatever becomes of the wizard. */
export function CreateGroupModal({ onClose, onCreated }: Props) {
  const [name, setName] = useState('')
  const [policies, setPolicies] = useState<readonly string[]>([])
  const [problem, setProblem] = useState<string>()
  const [refusal, setRefusal] = useState<Refusal>()
  const [busy, startTransition] = useTransition()
  const { flash } = useFlash()
  const create = () => {
    setRefusal(undefined)
    const wrong = name === '' ? 'A group needs a name.' : nameProblem(groupNameRule, name)
    setProblem(wrong ?? undefined)
    if (wrong) return
    startTransition(async () => {
      const outcome = await createGroupWithAll({ groupName: name, users: [], policies })
      if (!outcome.ok) {
        if (outcome.refusal.code === 'EntityAlreadyExists') setProblem('There is already a group with this name.')
        else setRefusal(outcome.refusal)
        return
      }
      for (const one of outcome.value.flashes) flash(one)
      onCreated(name)
      onClose()
    })
  }
  return (
    <Modal
      title="Create user group"
      size="large"
      onClose={onClose}
      busy={busy}
      footer={
        <>
          <Button variant="plain" onClick={onClose} disabled={busy}>
            Cancel
          </Button>
          <Button variant="primary" onClick={create} loading={busy}>
            Create user group
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {refusal && <Refused refusal={refusal} announce />}
        <Field label="User group name" required hint={groupNameRule.hint} error={problem}>
          <Input value={name} autoComplete="off" spellCheck={false} onChange={(event) => setName(event.target.value)} />
        </Field>
        <PoliciesToChoose
          title="Permissions policies"
          description="Optional: up to 10 policies for everybody in the group."
          selected={policies}
          onSelect={setPolicies}
        />
      </div>
    </Modal>
  )
}
