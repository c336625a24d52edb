import { PackageX } from 'lucide-react'
import type { Metadata } from 'next'
import { readTablePreferences } from '@/app/_parts/read-list'
import { ask } from '@/app/door'
import type { Refusal } from '@/app/refusal'
import { Page } from '@/components/console/page'
import { readTableState, type SearchParams } from '@/components/console/table-state'
import { ButtonLink } from '@/components/ui/button-link'
import { Copyable } from '@/components/ui/copy-button'
import { Empty } from '@/components/ui/empty'
import { Arn } from '@/components/ui/text'
import { listObjectsV2 } from '@/lib/operations/s3/list-objects-v2'
import { bucketArn, bucketCrumbs, folderHref, lastPart } from '../../place'
import { FurtherPages } from './_parts/further-pages'
import { ObjectsTable } from './_parts/objects-table'

type Props = { params: Promise<{ bucket: string }>; searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: decodeURIComponent((await params).bucket) }
}

export default async function BucketPage({ params, searchParams }: Props) {
  const bucket = decodeURIComponent((await params).bucket)
  const asked = await searchParams
  const prefix = typeof asked.prefix === 'string' ? asked.prefix : ''
  const { search } = readTableState(asked)
  const { size } = await readTablePreferences('objects')
  // A place in the list belongs to the search in which it was reached.
  const token = typeof asked.token === 'string' && (asked.of ?? '') === search ? asked.token : undefined
  const objects = await ask(listObjectsV2, {
    Bucket: bucket,
    Prefix: prefix + search,
    Delimiter: '/',
    MaxKeys: size,
    ContinuationToken: token,
  })
  const arn = prefix === '' ? bucketArn(bucket) : `${bucketArn(bucket)}/${prefix}`
  const title = prefix === '' ? bucket : lastPart(prefix)
  if (!objects.ok && objects.refusal.code === 'NoSuchBucket')
    return <NoSuchBucket bucket={bucket} refusal={objects.refusal} />
  const next = objects.ok && 'NextContinuationToken' in objects.value ? objects.value.NextContinuationToken : undefined
  return (
    <Page
      crumbs={bucketCrumbs(bucket, prefix)}
      title={title}
      description={
        <Copyable text={arn} what="ARN">
          <Arn>{arn}</Arn>
        </Copyable>
      }
    >
      <ObjectsTable bucket={bucket} prefix={prefix} objects={objects} />
      <FurtherPages href={folderHref(bucket, prefix)} search={search} isFirst={token === undefined} next={next} />
    </Page>
  )
}

function NoSuchBucket({ bucket, refusal }: { bucket: string; refusal: Refusal }) {
  return (
    <Page crumbs={bucketCrumbs(bucket, '')} title={bucket}>
      <Empty icon={PackageX} title="No such bucket" action={<ButtonLink href="/s3">Back to buckets</ButtonLink>}>
        {refusal.message}
      </Empty>
    </Page>
  )
}
