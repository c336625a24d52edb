'use client'

import { useTransition } from 'react'
import { refusalFlash } from '@/app/_parts/refusal-flash'
import type { Refusal } from '@/app/refusal'
import { Button } from '@/components/ui/button'
import { useFlash } from '@/components/ui/flashbar'
import { downloadHref, lastPart } from '../../../place'
import { refusalIn } from './refusal-in'

/** Fetches the object first, so that a refusal is told here and does not become a file. */
export function DownloadButton({ bucket, objectKey }: { bucket: string; objectKey: string }) {
  const [busy, startTransition] = useTransition()
  const { flash } = useFlash()
  const fail = (refusal: Refusal) => flash(refusalFlash(`${lastPart(objectKey)} was not downloaded.`, refusal))
  const download = () =>
    startTransition(async () => {
      const answer = await fetch(downloadHref(bucket, objectKey)).catch(() => undefined)
      if (!answer?.ok || answer.redirected) return fail(await refusalIn(answer?.text()))
      save(await answer.blob(), lastPart(objectKey))
    })
  return (
    <Button loading={busy} onClick={download}>
      Download
    </Button>
  )
}

function save(content: Blob, name: string) {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
