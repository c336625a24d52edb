import 'server-only'
import { isAwsError } from '@/lib/aws/errors'
import { currentWorld } from '@/lib/caller/current-world'
import { perform, rehearse } from '@/lib/gate/perform'
import { performView, type ViewPage } from '@/lib/gate/perform-view'
import { type MayRead, type Wanted, whyDenied } from '@/lib/gate/why'
import type { Operation } from '@/lib/operations/define'
import type { Cell, View } from '@/lib/operations/view'
import { type Call, type Refusal, refusalOf } from './refusal'

/** What a region of a page gets: the value, or the refusal to draw in its place. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; refusal: Refusal }

/** Performs an operation as the signed-in identity. Every page region and every action asks here and nowhere else. */
export async function ask<In, Out>(operation: Operation<In, Out>, input: In): Promise<Outcome<Out>> {
  const world = await currentWorld()
  return outcomeOf(() => perform(operation, input, world), { operation, input })
}

/** Whether the signed-in identity would be allowed a call; leaves no event. */
export async function mayPerform<In>(operation: Operation<In>, input: In): Promise<boolean> {
  const world = await currentWorld()
  const outcome = await outcomeOf(() => rehearse(operation, input, world), { operation, input })
  return outcome.ok && outcome.value.answers.every(({ decision }) => decision.effect === 'allowed')
}

/** Why a call is refused, asked again for the signed-in identity. */
export async function askWhy<In>(operation: Operation<In>, input: unknown, mayRead: MayRead, wanted: Wanted) {
  const world = await currentWorld()
  return outcomeOf(() => whyDenied(operation, input, world, mayRead, wanted), { operation, input })
}

/** The same for a list with cells of their own permissions. */
export async function askView<State, Row, Shown, Cells extends Record<string, Cell<Row>>>(
  view: View<State, Row, Shown, Cells>,
  state: State,
): Promise<Outcome<ViewPage<Shown, Cells>>> {
  const world = await currentWorld()
  return outcomeOf(() => performView(view, state, world), { operation: view.list, input: view.input(state) })
}

async function outcomeOf<T>(perform: () => Promise<T>, call: Call): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await perform() }
  } catch (error) {
    if (isAwsError(error)) return { ok: false, refusal: refusalOf(error, call) }
    throw error
  }
}
