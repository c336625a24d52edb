import type { Flash } from '@/components/ui/flash-store'
import type { Created } from '../create-user'

/** What to say of a creation: the success, and every call that was refused after it. */
export function flashesOf({ userName, calls }: Created): Flash[] {
  const failed = calls.filter((call) => call.refusal)
  const link = { label: 'View user', href: `/iam/users/${encodeURIComponent(userName)}` }
  const success: Flash = { kind: 'success', title: `User ${userName} created.`, link }
  return [
    success,
    ...failed.map(
      ({ call, about, refusal }): Flash => ({
        kind: 'error',
        title: `${call} for ${about} failed.`,
        text: refusal?.message,
        copy: refusal?.message,
      }),
    ),
  ]
}
