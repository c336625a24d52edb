'use client'

import { useState } from 'react'
import { Refused } from '@/app/_parts/refused'
import { Button } from '@/components/ui/button'
import { Modal } from '@/components/ui/modal'
import { PoliciesToChoose } from '../../../_parts/pickers'
import { GroupNameField } from '../../../groups/_parts/group-name-field'
import { useCreateGroup } from '../../../groups/use-create-group'

type Props = { onClose: () => void; onCreated: (name: string) => void }

/** Makes a group without leaving the wizard; it is made at once, whatever becomes of the wizard. */
export function CreateGroupModal({ onClose, onCreated }: Props) {
  const [policies, setPolicies] = useState<readonly string[]>([])
  const group = useCreateGroup((name) => {
    onCreated(name)
    onClose()
  })
  return (
    <Modal
      title="Create user group"
      size="large"
      onClose={onClose}
      busy={group.busy}
      footer={
        <>
          <Button variant="plain" onClick={onClose} disabled={group.busy}>
            Cancel
          </Button>
          <Button variant="primary" onClick={() => group.create({ users: [], policies })} loading={group.busy}>
            Create user group
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {group.refusal && <Refused refusal={group.refusal} announce />}
        <GroupNameField group={group} />
        <PoliciesToChoose
          title="Permissions policies"
          description="Optional: up to 10 policies for everybody in the group."
          selected={policies}
          onSelect={setPolicies}
        />
      </div>
    </Modal>
  )
}
