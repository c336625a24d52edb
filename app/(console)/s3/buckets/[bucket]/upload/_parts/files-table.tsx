'use client'

import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { Nothing } from '@/components/ui/key-values'
import { Status } from '@/components/ui/notice'
import { sizeText } from '../../../../size-text'
import type { Upload } from './upload-form'

type Props = {
  uploads: readonly Upload[]
  /** Absent once they are on their way. */
  onRemove?: (id: number) => void
}

export function FilesTable({ uploads, onRemove }: Props) {
  const total = uploads.reduce((sum, { file }) => sum + file.size, 0)
  const last = onRemove ? 'w-px text-right' : 'w-[240px] max-m:w-auto'
  return (
    <Card
      title="Files"
      counter={uploads.length}
      description={uploads.length > 0 ? `${sizeText(total)} altogether` : undefined}
      flush={uploads.length > 0}
    >
      {uploads.length === 0 ? (
        <Empty title="No files yet">Nothing is sent before you press Upload.</Empty>
      ) : (
        <div className="relative overflow-x-auto">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col">Size</th>
                <th scope="col" className="max-m:hidden">
                  Type
                </th>
                <th scope="col" className={last}>
                  {onRemove ? <span className="sr-only">Remove</span> : 'Progress'}
                </th>
              </tr>
            </thead>
            <tbody>
              {uploads.map((upload) => (
                <tr key={upload.id}>
                  <td>
                    <b className="whitespace-pre-wrap">{upload.file.webkitRelativePath || upload.file.name}</b>
                  </td>
                  <td className="whitespace-nowrap">{sizeText(upload.file.size)}</td>
                  <td className="max-m:hidden">{upload.file.type || <Nothing />}</td>
                  <td className={last}>
                    {onRemove ? <Remove {...upload} onRemove={onRemove} /> : <Progress {...upload} />}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  )
}

function Remove({ id, file, onRemove }: Upload & { onRemove: (id: number) => void }) {
  return (
    <Button size="small" onClick={() => onRemove(id)}>
      Remove
      <span className="sr-only"> {file.name}</span>
    </Button>
  )
}

function Progress({ state, share, file }: Upload) {
  if (state === 'waiting') return <Nothing>Waiting</Nothing>
  if (state === 'sending') return <progress max={1} value={share} aria-label={`Upload of ${file.name}`} />
  return (
    <Status kind={state === 'succeeded' ? 'success' : 'error'} small>
      {state === 'succeeded' ? 'Succeeded' : 'Failed'}
    </Status>
  )
}
