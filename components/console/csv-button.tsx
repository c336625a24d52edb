'use client'

import { Button } from '@/components/ui/button'
import { csvText } from './csv'
import { saveFile } from './save-file'

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
    saveFile(fileName, csvText(header, rows), 'text/csv')
    onDownload?.()
  }
  return (
    <Button variant={variant} onClick={download}>
      Download .csv file
    </Button>
  )
}
