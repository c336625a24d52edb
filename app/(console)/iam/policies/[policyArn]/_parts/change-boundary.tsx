'use client'

import { useRouter } from 'next/navigation'
import { useSelection } from '@/components/console/table-selection'
import { Button } from '@/components/ui/button'

/** Leads to the page where the one ticked user gets another boundary. */
export function ChangeBoundary() {
  const { selected } = useSelection()
  const router = useRouter()
  const [only] = selected
  const user = selected.length === 1 && only?.id.startsWith('user/') ? only.name : undefined
  return (
    <Button
      disabled={user === undefined}
      onClick={() => user && router.push(`/iam/users/${encodeURIComponent(user)}/boundary`)}
    >
      Change
    </Button>
  )
}
