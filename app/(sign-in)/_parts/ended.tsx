import { Alert } from '@/components/ui/notice'

/** Said once, where a page sent somebody here who had been signed in. */
export function Ended({ when }: { when: boolean }) {
  if (!when) return null
  return <Alert kind="info">Your session has ended. Sign in again and you come back to where you were.</Alert>
}
