import type { Metadata } from 'next'
import { Page } from '@/components/console/page'
import { regions } from '@/lib/aws/catalogue/regions'
import { CreateBucketForm } from './_parts/create-bucket-form'

export const metadata: Metadata = { title: 'Create bucket' }

const otherPartitions = /^(cn|us-gov|eusc|us-iso|us-isob|eu-isoe|us-isof)-/

export default function CreateBucketPage() {
  const ownRegions = [...regions].filter((region) => !otherPartitions.test(region))
  return (
    <Page crumbs={[{ label: 'S3', href: '/s3' }, { label: 'Create bucket' }]} title="Create bucket" help="buckets">
      <CreateBucketForm regions={ownRegions} />
    </Page>
  )
}
