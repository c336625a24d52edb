'use client'

import { useState } from 'react'
import { Card } from '@/components/ui/card'
import { Tiles } from '@/components/ui/choice'
import { ChooseForm } from '../../../../_parts/choose-form'
import { attachPolicies, joinGroups } from '../../actions'
import { userHref } from '../../place'
import { copyPermissions } from '../copy'

const options = [
  { value: 'groups', title: 'Add user to group', text: 'Use the policies of a group.' },
  { value: 'copy', title: 'Copy permissions', text: 'Take groups and policies from another user.' },
  { value: 'policies', title: 'Attach policies directly', text: 'Attach managed policies to this user alone.' },
]

export function AddPermissionsForm({ userName }: { userName: string }) {
  const [option, setOption] = useState('groups')
  const back = userHref(userName)
  return (
    <>
      <Card title="Permissions options">
        <Tiles legend="Permissions options" name="option" value={option} onChange={setOption} tiles={options} />
      </Card>
      {option === 'groups' && (
        <ChooseForm
          of="groups"
          title="User groups"
          submitLabel="Add permissions"
          act={joinGroups.bind(null, userName)}
          back={back}
        />
      )}
      {option === 'copy' && (
        <ChooseForm
          of="users"
          selection="single"
          title="Users"
          description="Pick the user whose groups and policies this user gets as well."
          submitLabel="Add permissions"
          act={copyPermissions.bind(null, userName)}
          back={back}
        />
      )}
      {option === 'policies' && (
        <ChooseForm
          of="policies"
          title="Permissions policies"
          submitLabel="Add permissions"
          act={attachPolicies.bind(null, userName)}
          back={back}
        />
      )}
    </>
  )
}
