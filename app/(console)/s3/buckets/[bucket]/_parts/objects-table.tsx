import { FolderOpen } from 'lucide-react'
import type { Outcome } from '@/app/door'
import { ResourceTable } from '@/components/console/resource-table'
import { ButtonLink } from '@/components/ui/button-link'
import { Empty } from '@/components/ui/empty'
import type { OutputOf } from '@/lib/operations/define'
import type { listObjectsV2 } from '@/lib/operations/s3/list-objects-v2'
import { S3Refused } from '../../../_parts/s3-refused'
import { uploadHref } from '../../../place'
import { CreateFolderButton } from './create-folder-button'
import { ObjectActions } from './object-actions'
import { objectColumns, rowsOf } from './object-row'

type Props = {
  bucket: string
  /** The folder; empty at the top of the bucket. */
  prefix: string
  objects: Outcome<OutputOf<typeof listObjectsV2>>
}

/** The folders and objects of one level of a bucket. */
export function ObjectsTable({ bucket, prefix, objects }: Props) {
  return (
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
  )
}
