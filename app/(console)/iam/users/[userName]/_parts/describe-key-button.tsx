'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Button } from '@/components/ui/button'

const DescribeKeyModal = dynamic(() => import('./describe-key-modal').then((module) => module.DescribeKeyModal), {
  ssr: false,
})

export type DescribeKeyProps = { userName: string; id: string; description: string }

/** Changes the words that tell what a key is for. */
export function DescribeKeyButton(props: DescribeKeyProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        Edit description
      </Button>
      {open && <DescribeKeyModal {...props} onClose={() => setOpen(false)} />}
    </>
  )
}
