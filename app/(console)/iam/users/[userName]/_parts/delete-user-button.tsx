'use client'

import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'

const DeleteUsersModal = dynamic(
  () => import('../../_parts/delete-users-modal').then((module) => module.DeleteUsersModal),
  { ssr: false },
)

export function DeleteUserButton({ userName }: { userName: string }) {
  const [open, setOpen] = useState(false)
  const router = useRouter()
  return (
    <>
      <Button onClick={() => setOpen(true)}>Delete</Button>
      {open && (
        <DeleteUsersModal users={[userName]} onClose={() => setOpen(false)} onDone={() => router.push('/iam/users')} />
      )}
    </>
  )
}
