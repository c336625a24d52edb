import { DenialBox } from '@/components/console/denial-box'
import { ErrorBox } from '@/components/console/error-box'
import type { Refusal } from '../refusal'

/** What stands in a region whose call was refused or failed. */
export function Refused({ refusal, slim, announce }: { refusal: Refusal; slim?: boolean; announce?: boolean }) {
  const { code, message, denial } = refusal
  if (denial) return <DenialBox denial={denial} slim={slim} announce={announce} />
  return <ErrorBox code={code} message={message} announce={announce} />
}
