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
import { nameProblem, tagValue } from '@/lib/aws/names'
import { describeKey } from '../actions'
import type { DescribeKeyProps } from './describe-key-button'

/** The description is a tag of the user, so its rules are a tag's. */
export function DescribeKeyModal({ userName, id, description, onClose }: DescribeKeyProps & { onClose: () => void }) {
  const [text, setText] = useState(description)
  const [refusal, setRefusal] = useState<Refusal>()
  const [busy, startTransition] = useTransition()
  const { flash } = useFlash()
  const router = useRouter()
  const problem = nameProblem(tagValue, text)
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (problem) return
    startTransition(async () => {
      const result = await describeKey(userName, id, text)
      if (!result.ok) return setRefusal(result.refusal)
      if (result.flash) flash(result.flash)
      onClose()
      router.refresh()
    })
  }
  const footer = (
    <>
      <Button variant="plain" onClick={onClose} disabled={busy}>
        Cancel
      </Button>
      <Button type="submit" form={`describe-${id}`} variant="primary" loading={busy}>
        Save changes
      </Button>
    </>
  )
  return (
    <Modal title={`Describe ${id}`} onClose={onClose} busy={busy} footer={footer}>
      <form id={`describe-${id}`} onSubmit={save} className="flex flex-col gap-4">
        {refusal && <Refused refusal={refusal} announce />}
        <Field
          label="Description"
          optional
          hint={tagValue.hint}
          error={problem ? 'This is not a valid description.' : undefined}
        >
          <Input value={text} onChange={(event) => setText(event.target.value)} />
        </Field>
      </form>
    </Modal>
  )
}
