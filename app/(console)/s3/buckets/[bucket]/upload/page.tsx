import type { Metadata } from 'next'
import { Page } from '@/components/console/page'
import type { SearchParams } from '@/components/console/table-state'
import { bucketCrumbs } from '../../../place'
import { UploadForm } from './_parts/upload-form'

export const metadata: Metadata = { title: 'Upload' }

type Props = { params: Promise<{ bucket: string }>; searchParams: Promise<SearchParams> }

export default async function UploadPage({ params, searchParams }: Props) {
  const bucket = decodeURIComponent((await params).bucket)
  const { prefix } = await searchParams
  const folder = typeof prefix === 'string' ? prefix : ''
  return (
    <Page
      crumbs={bucketCrumbs(bucket, folder, 'Upload')}
      title="Upload"
      help="objects"
      description="Files of up to 5 MB each. An object of the same key is replaced."
    >
      <UploadForm bucket={bucket} prefix={folder} />
    </Page>
  )
}
