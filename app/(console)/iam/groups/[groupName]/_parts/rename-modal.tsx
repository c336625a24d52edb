'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState, useTransition } from 'react'
import { Refused } from '@/app/_parts/refused'
import type { Refusal } from '@/app/refusal'
import { Button } from '@/components/ui/button'
import { useFlash } from '@/components/ui/flashbar'
import { Field } from '@/components/ui/form-field'
import { Input } from '@/components/ui/input'
import { Modal } from '@/components/ui/modal'
import { groupName as groupNameRule, nameProblem } from '@/lib/aws/names'
import { renameGroup } from '../actions'

export function RenameModal({ groupName, onClose }: { groupName: string; onClose: () => void }) {
  const [name, setName] = useState(groupName)
  const [problem, setProblem] = useState<string>()
  const [refusal, setRefusal] = useState<Refusal>()
  const [busy, startTransition] = useTransition()
  const { flash } = useFlash()
  const router = useRouter()
  const save = (event: FormEvent) => {
    event.preventDefault()
    const wrong = nameProblem(groupNameRule, name)
    setProblem(wrong ?? undefined)
    setRefusal(undefined)
    if (wrong) return
    startTransition(async () => {
      const result = await renameGroup(groupName, name)
      if (result.ok) {
        if (result.flash) flash(result.flash)
        router.replace(`/iam/groups/${encodeURIComponent(name)}`)
        onClose()
      } else if (result.refusal.code === 'EntityAlreadyExists') {
        setProblem('There is already a group with this name.')
      } else {
        setRefusal(result.refusal)
      }
    })
  }
  return (
    <Modal
      title={`Rename ${groupName}`}
      onClose={onClose}
      busy={busy}
      footer={
        <>
          <Button variant="plain" onClick={onClose} disabled={busy}>
            Cancel
          </Button>
          <Button type="submit" form="rename-group" variant="primary" loading={busy}>
            Save changes
          </Button>
        </>
      }
    >
      <form id="rename-group" noValidate onSubmit={save} className="flex flex-col gap-4">
        <Field label="User group name" hint={groupNameRule.hint} error={problem}>
          <Input value={name} autoComplete="off" spellCheck={false} onChange={(event) => setName(event.target.value)} />
        </Field>
        <p className="text-text-2">Policies that name the group in their Resource are not changed with it.</p>
        {refusal && <Refused refusal={refusal} announce />}
      </form>
    </Modal>
  )
}
