'use client'

import { CloudUpload } from 'lucide-react'
import { type DragEvent, useRef, useState } from 'react'
import type { Refusal } from '@/app/refusal'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { KeyValues } from '@/components/ui/key-values'
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
  const nextId = useRef(0)
  const back = folderHref(bucket, prefix)
  const add = (files: Iterable<File>) => {
    const added = [...files].map((file): Upload => {
      nextId.current += 1
      return { id: nextId.current, file, target: prefix + file.name, state: 'waiting', share: 0 }
    })
    setUploads((before) => [...before.filter(({ target }) => !added.some((one) => one.target === target)), ...added])
  }
  const change = (id: number, part: Partial<Upload>) =>
    setUploads((before) => before.map((one) => (one.id === id ? { ...one, ...part } : one)))
  const send = async () => {
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
      <div className="actions justify-end">
        <ButtonLink variant="plain" href={back}>
          Cancel
        </ButtonLink>
        <Button variant="primary" disabled={uploads.length === 0} loading={stage === 'sending'} onClick={send}>
          Upload
        </Button>
      </div>
    </>
  )
}

function DropZone({ onFiles }: { onFiles: (files: Iterable<File>) => void }) {
  const input = useRef<HTMLInputElement>(null)
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
      <Button onClick={() => input.current?.click()}>Add files</Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label="Files to upload"
        onChange={(event) => {
          onFiles(event.target.files ?? [])
          event.target.value = ''
        }}
      />
    </div>
  )
}
