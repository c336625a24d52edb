'use client'

import { type FormEvent, useState } from 'react'
import { Refused } from '@/app/_parts/refused'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/form-field'
import { Input } from '@/components/ui/input'
import { Modal } from '@/components/ui/modal'
import { nameProblem, tagValue } from '@/lib/aws/names'
import { describeKey } from '../actions'
import type { KeyProps } from './key-menu'
import { useAct } from './use-act'

/** Changes the words that tell what a key is for: a tag of the user, so their rules are a tag's. */
export function DescribeKeyModal({ userName, id, description, onClose }: KeyProps & { onClose: () => void }) {
  const [text, setText] = useState(description)
  const { run, refusal, busy } = useAct()
  const problem = nameProblem(tagValue, text)
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (!problem && userName !== undefined) run(() => describeKey(userName, id, text), onClose)
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
