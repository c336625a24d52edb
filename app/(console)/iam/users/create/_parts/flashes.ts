import { refusalFlash } from '@/app/_parts/refusal-flash'
import type { Flash } from '@/components/ui/flash-store'
import { nameInArn } from '@/lib/aws/arn'
import type { Created } from '../create-user'

/** What to say of a creation: the success, and every call that was refused after it. */
export function flashesOf({ userName, calls }: Created): Flash[] {
  const link = { label: 'View user', href: `/iam/users/${encodeURIComponent(userName)}` }
  const success: Flash = { kind: 'success', title: `User ${userName} created.`, link }
  return [
    success,
    ...calls.flatMap(({ call, about, refusal }) =>
      refusal ? [refusalFlash(`${call} for ${nameOf(about)} failed.`, refusal)] : [],
    ),
  ]
}

const nameOf = (about: string) => (about.startsWith('arn:') ? nameInArn(about) : about)
