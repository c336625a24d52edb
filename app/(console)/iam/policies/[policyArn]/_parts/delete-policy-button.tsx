'use client'

import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { policyDeletionText } from '../../_parts/policy-actions'
import { deletePolicies } from '../../actions'

const DeleteModal = dynamic(() => import('@/app/_parts/delete-modal').then((module) => module.DeleteModal), {
  ssr: false,
})

export function DeletePolicyButton({ arn }: { arn: string }) {
  const [open, setOpen] = useState(false)
  const router = useRouter()
  return (
    <>
      <Button onClick={() => setOpen(true)}>Delete</Button>
      {open && (
        <DeleteModal
          names={[arn.slice(arn.lastIndexOf('/') + 1)]}
          noun="policy"
          text={policyDeletionText}
          remove={() => deletePolicies([arn])}
          onClose={() => setOpen(false)}
          onDone={() => router.push('/iam/policies')}
        />
      )}
    </>
  )
}
