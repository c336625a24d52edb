'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import type { PasswordRequirements } from '@/lib/aws/password-rules'

const ChangePasswordModal = dynamic(
  () => import('./change-password-modal').then((module) => module.ChangePasswordModal),
  { ssr: false },
)

export type ChangePasswordProps = {
  /** The account's own rules; null is IAM's default, absent where they may not be seen. */
  policy?: PasswordRequirements | null
  /** What a password must not be the same as. */
  names: readonly string[]
}

export function ChangePasswordButton(props: ChangePasswordProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>Change password</Button>
      {open && <ChangePasswordModal {...props} onClose={() => setOpen(false)} />}
    </>
  )
}
