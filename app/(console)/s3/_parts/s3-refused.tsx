import { Refused } from '@/app/_parts/refused'
import type { Refusal } from '@/app/refusal'

type Props = {
  refusal: Refusal
  /** `list objects` */
  wish: string
  announce?: boolean
}

/** A refusal in S3's own words: what one may not do, what must be allowed, and the facts. */
export function S3Refused({ refusal, wish, announce }: Props) {
  const { denial } = refusal
  if (!denial) return <Refused refusal={refusal} announce={announce} />
  return (
    <div className="flex flex-col gap-3">
      <div>
        <h3>You don’t have permission to {wish}</h3>
        <p className="text-text-2">
          When your permissions allow <code className="mono">{denial.action}</code>, refresh this page.
        </p>
      </div>
      <Refused refusal={refusal} announce={announce} />
    </div>
  )
}
