import type { Refusal } from '@/app/refusal'
import { putHref } from '../../../../place'
import { refusalIn } from '../../_parts/refusal-in'

const largest = 5 * 1024 * 1024

type Sending = { bucket: string; key: string; file: File; onProgress: (share: number) => void }

/** Sends one file and tells how far it is; gives the refusal, or nothing where it succeeded. */
export function sendFile({ bucket, key, file, onProgress }: Sending): Promise<Refusal | undefined> {
  if (file.size > largest) {
    return Promise.resolve({ code: 'EntityTooLarge', message: 'The file is larger than 5 MB.' })
  }
  return new Promise((done) => {
    // fetch cannot tell how much of a body has left.
    const request = new XMLHttpRequest()
    request.open('POST', putHref(bucket, key))
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    if (file.type) request.setRequestHeader('X-Content-Type', file.type)
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    request.onload = () => done(succeeded(request) ? undefined : refusalIn(request.responseText))
    request.onerror = () => done(refusalIn(undefined))
    request.send(file)
  })
}

const succeeded = ({ status, responseText }: XMLHttpRequest) => status === 200 && responseText.startsWith('{"ETag"')
