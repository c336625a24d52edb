'use client'

import { CloudUpload } from 'lucide-react'
import { type DragEvent, useRef, useState } from 'react'
import type { Refusal } from '@/app/refusal'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { KeyValues } from '@/components/ui/key-values'
import { Alert } from '@/components/ui/notice'
import { folderHref, s3Uri } from '../../../../place'
import { FilesTable } from './files-table'
import { sendFile } from './send-file'
import { UploadResult } from './upload-result'

export type Upload = {
  id: number
  file: File
  /** The key that it gets. */
  target: string
  state: 'waiting' | 'sending' | 'succeeded' | 'failed'
  /** Of the bytes, from 0 to 1. */
  share: number
  refusal?: Refusal
}

/** Choose files, send them one after the other, then see what became of each. */
export function UploadForm({ bucket, prefix }: { bucket: string; prefix: string }) {
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const [stage, setStage] = useState<'choosing' | 'sending' | 'over'>('choosing')
  const [isMissing, setMissing] = useState(false)
  const nextId = useRef(0)
  const back = folderHref(bucket, prefix)
  const add = (files: Iterable<File>) => {
    const added = [...files].map((file): Upload => {
      nextId.current += 1
      // A file of a folder keeps its way within the folder.
      const target = prefix + (file.webkitRelativePath || file.name)
      return { id: nextId.current, file, target, state: 'waiting', share: 0 }
    })
    setMissing(false)
    setUploads((before) => [...before.filter(({ target }) => !added.some((one) => one.target === target)), ...added])
  }
  const change = (id: number, part: Partial<Upload>) =>
    setUploads((before) => before.map((one) => (one.id === id ? { ...one, ...part } : one)))
  const send = async () => {
    setMissing(uploads.length === 0)
    if (uploads.length === 0) return
    setStage('sending')
    for (const { id, file, target } of uploads) {
      change(id, { state: 'sending' })
      const refusal = await sendFile({ bucket, key: target, file, onProgress: (share) => change(id, { share }) })
      change(id, refusal ? { state: 'failed', refusal } : { state: 'succeeded', share: 1 })
    }
    setStage('over')
  }
  if (stage === 'over') return <UploadResult uploads={uploads} destination={s3Uri(bucket, prefix)} back={back} />
  return (
    <>
      {stage === 'choosing' && <DropZone onFiles={add} />}
      <FilesTable
        uploads={uploads}
        onRemove={
          stage === 'choosing' ? (id) => setUploads((before) => before.filter((one) => one.id !== id)) : undefined
        }
      />
      <Card title="Destination">
        <KeyValues columns={[[{ key: 'S3 URI', value: <code className="mono">{s3Uri(bucket, prefix)}</code> }]]} />
      </Card>
      {isMissing && (
        <Alert kind="error" announce>
          Add at least one file first.
        </Alert>
      )}
      <div className="actions justify-end">
        <ButtonLink variant="plain" href={back}>
          Cancel
        </ButtonLink>
        <Button variant="primary" loading={stage === 'sending'} onClick={send}>
          Upload
        </Button>
      </div>
    </>
  )
}

function DropZone({ onFiles }: { onFiles: (files: Iterable<File>) => void }) {
  const drop = (event: DragEvent) => {
    event.preventDefault()
    onFiles(event.dataTransfer.files)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same for the keyboard.
    <div
      className="flex flex-wrap items-center justify-center gap-3 rounded-4 border border-line-strong border-dashed p-6 text-text-2"
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
    >
      <CloudUpload size={20} aria-hidden="true" />
      Drop files here, or
      <AddButton label="Add files" name="Files to upload" onFiles={onFiles} />
      <AddButton label="Add folder" name="Folder to upload" folder onFiles={onFiles} />
    </div>
  )
}

type AddButtonProps = {
  label: string
  /** Of the field behind the button. */
  name: string
  folder?: boolean
  onFiles: (files: Iterable<File>) => void
}

function AddButton({ label, name, folder = false, onFiles }: AddButtonProps) {
  const input = useRef<HTMLInputElement>(null)
  const choose = () => {
    if (!input.current) return
    // React knows no such attribute.
    input.current.webkitdirectory = folder
    input.current.click()
  }
  return (
    <>
      <Button onClick={choose}>{label}</Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={name}
        onChange={(event) => {
          onFiles(event.target.files ?? [])
          event.target.value = ''
        }}
      />
    </>
  )
}
