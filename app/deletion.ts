import 'server-only'
import type { Outcome } from './door'
import type { Refusal } from './refusal'

/** What became of a deletion: the calls that were done, and the one that stopped it. */
export type Deletion = { name: string; done: string[]; stopped?: Refusal }

/** One part of a deletion: the calls that were done, and the refusal that ended it before its time. */
export type Step = () => Promise<{ done: string[]; refusal?: Refusal }>

/** Runs the steps in order. The first refusal stops it; what was done until then stays done and is reported. */
export async function runSteps(name: string, steps: readonly Step[]): Promise<Deletion> {
  const done: string[] = []
  for (const step of steps) {
    const ended = await step()
    done.push(...ended.done)
    if (ended.refusal) return { name, done, stopped: ended.refusal }
  }
  return { name, done }
}

/** A step of one call. */
export function once(call: string, perform: () => Promise<Outcome<unknown>>): Step {
  return async () => {
    const outcome = await perform()
    return outcome.ok ? { done: [call] } : { done: [], refusal: outcome.refusal }
  }
}

/** A step of one call about a thing that may not be there. */
export function ifThere(call: string, perform: () => Promise<Outcome<unknown>>): Step {
  return async () => {
    const ended = await once(call, perform)()
    return ended.refusal?.code === 'NoSuchEntity' ? { done: [] } : ended
  }
}

/** A step that lists things and removes each; `call` may hang on the thing. */
export function each<Item>(
  call: string | ((item: Item) => string),
  list: () => Promise<Outcome<readonly Item[]>>,
  remove: (item: Item) => Promise<Outcome<unknown>>,
): Step {
  return async () => {
    const listed = await list()
    if (!listed.ok) return { done: [], refusal: listed.refusal }
    const done: string[] = []
    for (const item of listed.value) {
      const outcome = await remove(item)
      if (!outcome.ok) return { done, refusal: outcome.refusal }
      done.push(typeof call === 'string' ? call : call(item))
    }
    return { done }
  }
}

export function map<In, Out>(outcome: Outcome<In>, change: (value: In) => Out): Outcome<Out> {
  return outcome.ok ? { ok: true, value: change(outcome.value) } : outcome
}
