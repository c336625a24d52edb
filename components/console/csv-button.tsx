'use client'

import { Button } from '@/components/ui/button'
import { csvText } from './csv'

export type CsvButtonProps = {
  /** `ann_credentials.csv`. */
  fileName: string
  header: readonly string[]
  rows: readonly (readonly string[])[]
  /** So that leaving the page no longer asks. */
  onDownload?: () => void
  variant?: 'normal' | 'primary'
}

/** `Download .csv file`: made in the browser, so that the secret never travels again. */
export function CsvButton({ fileName, header, rows, onDownload, variant }: CsvButtonProps) {
  const download = () => {
    const address = URL.createObjectURL(new Blob([csvText(header, rows)], { type: 'text/csv' }))
    const link = document.createElement('a')
    link.href = address
    link.download = fileName
    link.click()
    URL.revokeObjectURL(address)
    onDownload?.()
  }
  return (
    <Button variant={variant} onClick={download}>
      Download .csv file
    </Button>
  )
}
