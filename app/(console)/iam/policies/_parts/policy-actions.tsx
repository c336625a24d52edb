'use client'

import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useSelection } from '@/components/console/table-selection'
import { Menu } from '@/components/ui/menu'
import { deletePolicies } from '../actions'
import { policyHref } from '../place'

const DeleteModal = dynamic(() => import('@/app/_parts/delete-modal').then((module) => module.DeleteModal), {
  ssr: false,
})

export const policyDeletionText =
  'It is first detached from everything that it is attached to, and all its versions go with it. It cannot be undone.'

/** What can be done with the chosen policy of the list. */
export function PolicyActions() {
  const { selected, clear } = useSelection()
  const [deleting, setDeleting] = useState(false)
  const router = useRouter()
  const [chosen] = selected
  const isOwn = chosen !== undefined && !chosen.id.startsWith('arn:aws:iam::aws:')
  const go = (page: string) => chosen && router.push(`${policyHref(chosen.id)}${page}`)
  return (
    <>
      <Menu
        label="Actions"
        disabled={!chosen}
        items={[
          { label: 'Attach', onSelect: () => go('/attach') },
          { label: 'Detach', onSelect: () => go('?section=entities') },
          { label: 'Delete', onSelect: () => setDeleting(true), disabled: !isOwn, danger: isOwn, ruled: true },
        ]}
      />
      {deleting && chosen && (
        <DeleteModal
          names={[chosen.name]}
          noun="policy"
          text={policyDeletionText}
          remove={() => deletePolicies([chosen.id])}
          onClose={() => setDeleting(false)}
          onDone={clear}
        />
      )}
    </>
  )
}
