import 'server-only'
import type { Outcome } from './door'
import type { Refusal } from './refusal'

/** What became of a deletion: the calls that were done, and the one that stopped it. */
export type Deletion = { name: string; done: string[]; stopped?: { call: string; refusal: Refusal } }

/** One part of a deletion: the calls that it made, and how it ended. */
export type Step = () => Promise<{ call: string[]; outcome: Outcome<unknown> }>

/** Runs the steps in order. The first refusal stops it; what was done until then stays done and is reported. */
export async function runSteps(name: string, steps: readonly Step[]): Promise<Deletion> {
  const deletion: Deletion = { name, done: [] }
  for (const step of steps) {
    const { call, outcome } = await step()
    if (!outcome.ok) return { ...deletion, stopped: { call: call[0] ?? 'the deletion', refusal: outcome.refusal } }
    deletion.done.push(...call)
  }
  return deletion
}

/** A step of one call. */
export function once(call: string, perform: () => Promise<Outcome<unknown>>): Step {
  return async () => ({ call: [call], outcome: await perform() })
}

/** A step that lists things and removes each. */
export function each<Item>(
  call: string,
  list: () => Promise<Outcome<readonly Item[]>>,
  remove: (item: Item) => Promise<Outcome<unknown>>,
): Step {
  return async () => {
    const listed = await list()
    if (!listed.ok) return { call: [call], outcome: listed }
    const done: string[] = []
    for (const item of listed.value) {
      const outcome = await remove(item)
      if (!outcome.ok) return { call: [call], outcome }
      done.push(call)
    }
    return { call: done, outcome: listed }
  }
}

export function map<In, Out>(outcome: Outcome<In>, change: (value: In) => Out): Outcome<Out> {
  return outcome.ok ? { ok: true, value: change(outcome.value) } : outcome
}
