import { Package } from 'lucide-react'
import type { Metadata } from 'next'
import { ask } from '@/app/door'
import { Page } from '@/components/console/page'
import { ResourceTable } from '@/components/console/resource-table'
import type { Column, Row } from '@/components/console/table-rows'
import { ButtonLink } from '@/components/ui/button-link'
import { Empty } from '@/components/ui/empty'
import { Link } from '@/components/ui/link'
import { fullTime } from '@/components/ui/time'
import type { OutputOf } from '@/lib/operations/define'
import { listBuckets } from '@/lib/operations/s3/list-buckets'
import { BucketActions } from './_parts/bucket-actions'
import { S3Refused } from './_parts/s3-refused'
import { bucketHref } from './place'

export const metadata: Metadata = { title: 'Buckets' }

const columns: readonly Column[] = [
  { key: 'name', header: 'Name', sortable: true, locked: true, narrow: 'title' },
  { key: 'region', header: 'AWS Region', sortable: true, narrow: 'aside' },
  { key: 'created', header: 'Creation date', sortable: true },
]

export default async function BucketsPage() {
  const buckets = await ask(listBuckets, {})
  return (
    <Page crumbs={[{ label: 'S3', href: '/s3' }, { label: 'Buckets' }]}>
      <ResourceTable
        id="buckets"
        paging="browser"
        level={1}
        title="Buckets"
        help="buckets"
        description="A bucket holds objects: files under a key."
        noun="buckets"
        columns={columns}
        rows={buckets.ok ? buckets.value.Buckets.map(bucketRow) : []}
        defaultSort="name"
        search="Find buckets by name"
        selection="single"
        problem={buckets.ok ? undefined : <S3Refused refusal={buckets.refusal} wish="list buckets" />}
        empty={
          <Empty
            icon={Package}
            title="No buckets"
            action={<ButtonLink href="/s3/create-bucket">Create bucket</ButtonLink>}
          >
            Make a bucket to put files into.
          </Empty>
        }
        actions={
          <>
            <BucketActions />
            <ButtonLink href="/s3/create-bucket" variant="primary">
              Create bucket
            </ButtonLink>
          </>
        }
      />
    </Page>
  )
}

function bucketRow({ Name, BucketRegion, CreationDate }: OutputOf<typeof listBuckets>['Buckets'][number]): Row {
  return {
    id: Name,
    name: Name,
    sort: { name: Name, region: BucketRegion, created: CreationDate.toISOString() },
    cells: {
      name: (
        <Link className="name-link" href={bucketHref(Name)}>
          {Name}
        </Link>
      ),
      region: BucketRegion,
      created: fullTime(CreationDate),
    },
  }
}
