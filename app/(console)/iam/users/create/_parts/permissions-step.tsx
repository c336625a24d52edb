'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Checkbox, Tiles } from '@/components/ui/choice'
import { Expandable } from '@/components/ui/expandable'
import { GroupsToChoose, PoliciesToChoose, UsersToChoose } from '../../../_parts/pickers'
import type { UserWish } from '../wish'

const CreateGroupModal = dynamic(() => import('./create-group-modal').then((module) => module.CreateGroupModal), {
  ssr: false,
})

type Props = { wish: UserWish; onChange: (part: Partial<UserWish>) => void }

const options = [
  { value: 'groups', title: 'Add user to group', text: 'Use the policies of a group, or create a new group here.' },
  { value: 'copy', title: 'Copy permissions', text: 'Take groups, policies and boundary from another user.' },
  { value: 'policies', title: 'Attach policies directly', text: 'Attach managed policies to this user alone.' },
]

export function PermissionsStep({ wish, onChange }: Props) {
  return (
    <>
      <Card title="Permissions options">
        <Tiles
          legend="Permissions options"
          name="permissions"
          value={wish.permissions}
          onChange={(value) => onChange({ permissions: value as UserWish['permissions'] })}
          tiles={options}
        />
      </Card>
      {wish.permissions === 'groups' && <Groups wish={wish} onChange={onChange} />}
      {wish.permissions === 'copy' && (
        <UsersToChoose
          title="Users"
          description="Pick the user whose permissions the new user gets."
          selection="single"
          selected={wish.copyFrom ? [wish.copyFrom] : []}
          onSelect={([name]) => onChange({ copyFrom: name ?? null })}
        />
      )}
      {wish.permissions === 'policies' && (
        <PoliciesToChoose
          title="Permissions policies"
          description="Pick one or more policies to attach to the new user."
          selected={wish.policies}
          onSelect={(policies) => onChange({ policies })}
        />
      )}
      <Boundary wish={wish} onChange={onChange} />
    </>
  )
}

function Groups({ wish, onChange }: Props) {
  const [afterCreation, setAfterCreation] = useState<() => void>()
  return (
    <>
      <GroupsToChoose
        title="User groups"
        description="Pick the groups that the new user belongs to."
        selected={wish.groups}
        onSelect={(groups) => onChange({ groups })}
        action={(refresh) => <Button onClick={() => setAfterCreation(() => refresh)}>Create group</Button>}
      />
      {afterCreation && (
        <CreateGroupModal
          onClose={() => setAfterCreation(undefined)}
          onCreated={(name) => {
            onChange({ groups: [...wish.groups, name] })
            afterCreation()
          }}
        />
      )}
    </>
  )
}

function Boundary({ wish, onChange }: Props) {
  const [used, setUsed] = useState(wish.boundary !== null)
  return (
    <Expandable
      card
      optional
      title="Set permissions boundary"
      aside={wish.boundary ? wish.boundary.slice(wish.boundary.lastIndexOf('/') + 1) : 'Not set'}
    >
      <div className="flex flex-col gap-4">
        <Checkbox
          label="Use a permissions boundary to control the maximum permissions"
          checked={used}
          onChange={(event) => {
            setUsed(event.target.checked)
            if (!event.target.checked) onChange({ boundary: null })
          }}
        />
        {used && (
          <PoliciesToChoose
            title="Boundary policy"
            selection="single"
            selected={wish.boundary ? [wish.boundary] : []}
            onSelect={([arn]) => onChange({ boundary: arn ?? null })}
          />
        )}
      </div>
    </Expandable>
  )
}
