import type { ReactNode } from 'react'
import { denialOf } from '@/app/refusal'
import { DeniedCell } from '@/components/console/denial-box'
import type { CellAnswer } from '@/lib/gate/perform-view'

/** Draws a cell of a view: its value, or the lock. */
export function answered<Value>(answer: CellAnswer<Value>, draw: (value: Value) => ReactNode): ReactNode {
  return answer.allowed ? (
    draw(answer.value)
  ) : (
    <DeniedCell denial={denialOf(answer.denial, answer.message, answer.call)} />
  )
}
