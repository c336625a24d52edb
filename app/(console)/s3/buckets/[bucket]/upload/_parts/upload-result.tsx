'use client'

import { Refused } from '@/app/_parts/refused'
import { DeniedCell } from '@/components/console/denial-box'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { KeyValues, Nothing } from '@/components/ui/key-values'
import { Alert, Status } from '@/components/ui/notice'
import { sizeText } from '../../../../size-text'
import type { Upload } from './upload-form'

type Props = { uploads: readonly Upload[]; destination: string; back: string }

/** What became of each file. */
export function UploadResult({ uploads, destination, back }: Props) {
  const succeeded = uploads.filter(({ state }) => state === 'succeeded')
  const failed = uploads.filter(({ state }) => state === 'failed')
  const denied = failed.find(({ refusal }) => refusal?.denial)?.refusal
  return (
    <>
      <Alert kind={failed.length > 0 ? 'error' : 'success'} announce>
        {failed.length > 0 ? `${files(failed)} could not be uploaded.` : `${files(succeeded)} uploaded.`}
      </Alert>
      {denied && <Refused refusal={denied} />}
      <Card title="Summary">
        <KeyValues
          columns={[
            [{ key: 'Destination', value: <code className="mono break-all">{destination}</code> }],
            [{ key: 'Succeeded', value: summary(succeeded) }],
            [{ key: 'Failed', value: summary(failed) }],
          ]}
        />
      </Card>
      <Card title="Files" counter={uploads.length} flush>
        <div className="relative overflow-x-auto">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col">Size</th>
                <th scope="col">Status</th>
                <th scope="col">Reason</th>
              </tr>
            </thead>
            <tbody>
              {[...failed, ...succeeded].map((upload) => (
                <tr key={upload.id}>
                  <td>
                    <b className="whitespace-pre-wrap">{upload.file.webkitRelativePath || upload.file.name}</b>
                  </td>
                  <td>{sizeText(upload.file.size)}</td>
                  <td>
                    <Status kind={upload.refusal ? 'error' : 'success'} small>
                      {upload.refusal ? 'Failed' : 'Succeeded'}
                    </Status>
                  </td>
                  <td>{reason(upload)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Card>
      <div className="actions justify-end">
        <ButtonLink variant="primary" href={back}>
          Close
        </ButtonLink>
      </div>
    </>
  )
}

const files = ({ length }: readonly Upload[]) => (length === 1 ? '1 file' : `${length} files`)

const summary = (uploads: readonly Upload[]) =>
  `${files(uploads)}, ${sizeText(uploads.reduce((sum, { file }) => sum + file.size, 0))}`

function reason({ refusal }: Upload) {
  if (!refusal) return <Nothing />
  return refusal.denial ? <DeniedCell denial={refusal.denial} /> : refusal.message
}
