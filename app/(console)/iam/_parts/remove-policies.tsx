'use client'

import { SelectionButton } from '@/app/_parts/action-button'
import type { ActionResult } from '@/app/action-result'
import { useSelection } from '@/components/console/table-selection'

/** Detaching can be undone; an inline policy is gone for good, so its name must be typed, or how many there are. */
export function RemovePolicies({ act }: { act: (ids: readonly string[]) => Promise<ActionResult> }) {
  const { selected } = useSelection()
  const inline = selected.filter(({ id }) => id.startsWith('inline/'))
  return (
    <SelectionButton
      label="Remove"
      act={act}
      confirm={{
        title: 'Remove permissions?',
        action: 'Remove',
        typed: inline.length > 1 ? `${inline.length} inline policies` : inline[0]?.name,
        text: 'Managed policies are detached, inline policies are deleted for good.',
      }}
    />
  )
}
