'use client'

import { SelectionButton } from '@/app/_parts/action-button'
import { useSelection } from '@/components/console/table-selection'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { CopyButton } from '@/components/ui/copy-button'
import { objectHref, objectUrl, s3Uri } from '../../../place'
import { deleteObjects } from '../actions'
import { DownloadButton } from './download-button'
import { readId } from './object-id'

/** What can be done with the ticked objects and folders. */
export function ObjectActions({ bucket }: { bucket: string }) {
  const { selected } = useSelection()
  const only = selected.length === 1 && selected[0] ? readId(selected[0].id) : undefined
  const object = only?.kind === 'object' ? only.key : undefined
  return (
    <>
      {only ? (
        <CopyButton text={s3Uri(bucket, only.key)} what="S3 URI">
          Copy S3 URI
        </CopyButton>
      ) : (
        <Button disabled>Copy S3 URI</Button>
      )}
      {object === undefined ? (
        <>
          <Button disabled>Copy URL</Button>
          <Button disabled>Download</Button>
          <Button disabled>Open</Button>
        </>
      ) : (
        <>
          <CopyButton text={objectUrl(window.location.origin, bucket, object)} what="URL">
            Copy URL
          </CopyButton>
          <DownloadButton bucket={bucket} objectKey={object} />
          <ButtonLink href={objectHref(bucket, object)}>Open</ButtonLink>
        </>
      )}
      <SelectionButton
        label="Delete"
        act={deleteObjects.bind(null, bucket)}
        confirm={{
          title: 'Delete objects?',
          action: 'Delete',
          typed: 'permanently delete',
          text: 'A folder goes with everything in it. It cannot be undone.',
        }}
      />
    </>
  )
}
