'use client'

import { DeleteModal } from '@/app/_parts/delete-modal'
import { deleteUsers } from '../actions'
import { LeavingUsers } from './leaving-users'

type Props = { users: readonly string[]; onClose: () => void; onDone: () => void }

export function DeleteUsersModal({ users, onClose, onDone }: Props) {
  return (
    <DeleteModal
      names={users}
      noun="user"
      text={`This also deletes passwords, keys, certificates, MFA devices and inline policies, and takes the ${
        users.length === 1 ? 'user out of its' : 'users out of their'
      } groups. Managed policies are only detached. It cannot be undone.`}
      about={<LeavingUsers users={users} />}
      remove={deleteUsers}
      onClose={onClose}
      onDone={onDone}
    />
  )
}
