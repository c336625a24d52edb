'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import { SelectionButton } from '@/app/_parts/action-button'
import { useSelection } from '@/components/console/table-selection'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { deleteBuckets, emptyBucket } from '../actions'
import { bucketArn } from '../place'

const DeleteModal = dynamic(() => import('@/app/_parts/delete-modal').then((module) => module.DeleteModal), {
  ssr: false,
})

/** What can be done with the chosen bucket of the list. */
export function BucketActions() {
  const { selected, clear } = useSelection()
  const [deleting, setDeleting] = useState(false)
  const [chosen] = selected
  return (
    <>
      {chosen ? (
        <CopyButton text={bucketArn(chosen.name)} what="ARN">
          Copy ARN
        </CopyButton>
      ) : (
        <Button disabled>Copy ARN</Button>
      )}
      <SelectionButton
        label="Empty"
        act={emptyBucket}
        confirm={{
          title: 'Empty this bucket?',
          action: 'Empty',
          typed: 'permanently delete',
          text: 'Every object in it is deleted. It cannot be undone.',
        }}
      />
      <Button disabled={!chosen} onClick={() => setDeleting(true)}>
        Delete
      </Button>
      {deleting && chosen && (
        <DeleteModal
          names={[chosen.name]}
          noun="bucket"
          text="Only an empty bucket can be deleted. It cannot be undone."
          remove={deleteBuckets}
          onClose={() => setDeleting(false)}
          onDone={clear}
        />
      )}
    </>
  )
}
