import { FolderOpen, PackageX } from 'lucide-react'
import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { ask } from '@/app/door'
import { Page } from '@/components/console/page'
import { ResourceTable } from '@/components/console/resource-table'
import { preferencesCookie, readPreferences, readTableState, type SearchParams } from '@/components/console/table-state'
import { ButtonLink } from '@/components/ui/button-link'
import { Copyable } from '@/components/ui/copy-button'
import { Empty } from '@/components/ui/empty'
import { Arn } from '@/components/ui/text'
import { listObjectsV2 } from '@/lib/operations/s3/list-objects-v2'
import { S3Refused } from '../../_parts/s3-refused'
import { bucketArn, bucketCrumbs, folderHref, lastPart, uploadHref } from '../../place'
import { CreateFolderButton } from './_parts/create-folder-button'
import { FurtherPages } from './_parts/further-pages'
import { ObjectActions } from './_parts/object-actions'
import { objectColumns, rowsOf } from './_parts/object-row'

type Props = { params: Promise<{ bucket: string }>; searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: decodeURIComponent((await params).bucket) }
}

export default async function BucketPage({ params, searchParams }: Props) {
  const bucket = decodeURIComponent((await params).bucket)
  const asked = await searchParams
  const prefix = typeof asked.prefix === 'string' ? asked.prefix : ''
  const { search } = readTableState(asked)
  const preferences = readPreferences((await cookies()).get(preferencesCookie('objects'))?.value)
  // A place in the list belongs to the search in which it was reached.
  const token = typeof asked.token === 'string' && (asked.of ?? '') === search ? asked.token : undefined
  const objects = await ask(listObjectsV2, {
    Bucket: bucket,
    Prefix: prefix + search,
    Delimiter: '/',
    MaxKeys: preferences.size,
    ContinuationToken: token,
  })
  const arn = prefix === '' ? bucketArn(bucket) : `${bucketArn(bucket)}/${prefix}`
  const title = prefix === '' ? bucket : lastPart(prefix)
  if (!objects.ok && objects.refusal.code === 'NoSuchBucket') {
    return (
      <Page crumbs={bucketCrumbs(bucket, '')} title={bucket}>
        <Empty icon={PackageX} title="No such bucket" action={<ButtonLink href="/s3">Back to buckets</ButtonLink>}>
          {objects.refusal.message}
        </Empty>
      </Page>
    )
  }
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
      <ResourceTable
        // Another folder is another table: what was ticked in one must not be deleted in the other.
        key={prefix}
        id="objects"
        paging="server"
        title="Objects"
        help="objects"
        noun="objects"
        columns={objectColumns}
        rows={objects.ok ? rowsOf(bucket, prefix, objects.value) : []}
        search="Find objects by prefix"
        selection="multi"
        preferences={preferences}
        problem={objects.ok ? undefined : <S3Refused refusal={objects.refusal} wish="list objects" />}
        empty={
          <Empty
            icon={FolderOpen}
            title="No objects"
            action={<ButtonLink href={uploadHref(bucket, prefix)}>Upload</ButtonLink>}
          >
            {prefix === '' ? 'There is nothing in this bucket.' : 'There is nothing in this folder.'}
          </Empty>
        }
        actions={
          <>
            <ObjectActions bucket={bucket} />
            <CreateFolderButton bucket={bucket} prefix={prefix} />
            <ButtonLink href={uploadHref(bucket, prefix)} variant="primary">
              Upload
            </ButtonLink>
          </>
        }
      />
      <FurtherPages href={folderHref(bucket, prefix)} search={search} isFirst={token === undefined} next={next} />
    </Page>
  )
}
