import 'server-only'
import type { Flash } from '@/components/ui/flash-store'
import type { Operation } from '@/lib/operations/define'
import type { ActionResult } from './action-result'
import { ask } from './door'

/** One call for a button: performed, or refused with its reason. */
export async function act<In, Out>(operation: Operation<In, Out>, input: In, flash?: Flash): Promise<ActionResult> {
  const outcome = await ask(operation, input)
  return outcome.ok ? { ok: true, flash } : outcome
}

/** Several calls one after the other; the first refusal ends them, and what was done before it stays done. */
export async function actOnEach<Item>(
  items: readonly Item[],
  each: (item: Item) => Promise<ActionResult>,
  flash: Flash,
): Promise<ActionResult> {
  for (const [index, item] of items.entries()) {
    const result = await each(item)
    if (!result.ok) return { ok: false, refusal: partly(result.refusal, index) }
  }
  return { ok: true, flash }
}

function partly<R extends { message: string }>(refusal: R, done: number): R {
  return done === 0 ? refusal : { ...refusal, message: `${done} done before this: ${refusal.message}` }
}
