'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState, useTransition } from 'react'
import type { Refusal } from '@/app/refusal'
import { Button } from '@/components/ui/button'
import { useFlash } from '@/components/ui/flashbar'
import { Field } from '@/components/ui/form-field'
import { Input } from '@/components/ui/input'
import { Modal } from '@/components/ui/modal'
import { S3Refused } from '../../../_parts/s3-refused'
import { createFolder } from '../actions'

type Props = { bucket: string; prefix: string }

export function CreateFolderButton(props: Props) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>Create folder</Button>
      {open && <CreateFolderModal {...props} onClose={() => setOpen(false)} />}
    </>
  )
}

function CreateFolderModal({ bucket, prefix, onClose }: Props & { onClose: () => void }) {
  const [name, setName] = useState('')
  const [problem, setProblem] = useState<string>()
  const [refusal, setRefusal] = useState<Refusal>()
  const [busy, startTransition] = useTransition()
  const { flash } = useFlash()
  const router = useRouter()
  const create = (event: FormEvent) => {
    event.preventDefault()
    const wrong = problemOf(name)
    setProblem(wrong)
    setRefusal(undefined)
    if (wrong || busy) return
    startTransition(async () => {
      const made = await createFolder(bucket, `${prefix}${name}/`)
      if (!made.ok) return setRefusal(made.refusal)
      if (made.flash) flash(made.flash)
      onClose()
      router.refresh()
    })
  }
  return (
    <Modal title="Create folder" onClose={onClose} busy={busy}>
      <form noValidate onSubmit={create}>
        <div className="flex flex-col gap-4">
          {refusal && <S3Refused refusal={refusal} wish="create folders" announce />}
          <Field
            wide
            label="Folder name"
            required
            description="A folder is an empty object whose key ends with a slash."
            hint="Anything but a slash"
            error={problem}
          >
            <Input
              value={name}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => setName(event.target.value)}
            />
          </Field>
        </div>
        <div className="modal-foot modal-foot-inside">
          <Button variant="plain" onClick={onClose} disabled={busy}>
            Cancel
          </Button>
          <Button type="submit" variant="primary" loading={busy}>
            Create folder
          </Button>
        </div>
      </form>
    </Modal>
  )
}

function problemOf(name: string): string | undefined {
  if (name === '') return 'A folder needs a name.'
  return name.includes('/') ? 'A slash would begin another folder.' : undefined
}
