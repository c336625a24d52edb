import 'server-only'
import { isAwsError } from '@/lib/aws/errors'
import { currentWorld } from '@/lib/caller/current-world'
import { perform } from '@/lib/gate/perform'
import { performView, type ViewPage } from '@/lib/gate/perform-view'
import type { Operation } from '@/lib/operations/define'
import type { Cell, View } from '@/lib/operations/view'
import { type Refusal, refusalOf } from './refusal'

/** What a region of a page gets: the value, or the refusal to draw in its place. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; refusal: Refusal }

/** Performs an operation as the signed-in identity. Every page region and every action asks here and nowhere else. */
export async function ask<In, Out>(operation: Operation<In, Out>, input: In): Promise<Outcome<Out>> {
  const world = await currentWorld()
  return outcome(() => perform(operation, input, world))
}

/** The same for a list with cells of their own permissions. */
export async function askView<State, Row, Shown, Cells extends Record<string, Cell<Row>>>(
  view: View<State, Row, Shown, Cells>,
  state: State,
): Promise<Outcome<ViewPage<Shown, Cells>>> {
  const world = await currentWorld()
  return outcome(() => performView(view, state, world))
}

async function outcome<T>(call: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await call() }
  } catch (error) {
    if (isAwsError(error)) return { ok: false, refusal: refusalOf(error) }
    throw error
  }
}
