'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import { ActionButton } from '@/app/_parts/action-button'
import { Button } from '@/components/ui/button'
import { Nothing } from '@/components/ui/key-values'
import { removeAlias } from '../../actions'

const AliasModal = dynamic(() => import('./alias-modal').then((module) => module.AliasModal), { ssr: false })

/** The alias and what can be done about it. `base` is what stands before it in the sign-in URL. */
export function AliasLine({ alias, base }: { alias: string | undefined; base: string }) {
  const [open, setOpen] = useState(false)
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {alias ? <span>{alias}</span> : <Nothing>None</Nothing>}
      <span className="actions">
        <Button size="small" label={`${alias ? 'Edit' : 'Create'} account alias`} onClick={() => setOpen(true)}>
          {alias ? 'Edit' : 'Create'}
        </Button>
        {alias && (
          <ActionButton
            size="small"
            label="Delete"
            act={() => removeAlias(alias)}
            confirm={{
              title: `Delete the account alias ${alias}?`,
              action: 'Delete',
              text: 'Links to the sign-in page with this alias stop working. The one with the account ID always works.',
            }}
          />
        )}
      </span>
      {open && <AliasModal alias={alias} base={base} onClose={() => setOpen(false)} />}
    </div>
  )
}
