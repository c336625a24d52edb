import 'server-only'
import { authorize } from '@/lib/access/authorize'
import type { SignedCaller } from '@/lib/access/caller'
import type { Target } from '@/lib/access/question'
import { refusal } from '@/lib/access/refusal'
import { type Denial, isAwsError } from '@/lib/aws/errors'
import type { Operation } from '@/lib/operations/define'
import type { Cell, View } from '@/lib/operations/view'
import { read } from '@/lib/store'
import type { AccountStore } from '@/lib/store/account-store'
import { checkInput } from './check-input'
import { demandSigned, demandUsable } from './demand-signed'
import { recordLater } from './record'
import type { World } from './world'

export type CellAnswer<Value> =
  | { allowed: true; value: Value }
  | { allowed: false; denial: Denial; message: string; call?: RefusedCall }

/** The call that a refused cell stands for, where it can be made again from what the row tells. */
export type RefusedCall = { operation: Pick<Operation, 'service' | 'name' | 'kind'>; input: object }

type Answers<Cells> = {
  [Name in keyof Cells]: Cells[Name] extends Cell<never, infer Value> ? CellAnswer<Value> : never
}

export type ViewPage<Shown, Cells> = { rows: { shown: Shown; cells: Answers<Cells> }[]; total: number; matches: number }

/** A view's page, for the components that draw it. */
export type PageOf<V> =
  V extends View<infer _State, infer _Row, infer Shown, infer Cells> ? ViewPage<Shown, Cells> : never

export type RowOf<V> = PageOf<V> extends { rows: readonly (infer Row)[] } ? Row : never

type Cells<Row> = Record<string, Cell<Row>>
type Viewing = { world: World; caller: SignedCaller; store: AccountStore }

/**
 * The door for lists: one question for the list, then for every cell the questions of that cell's own operation. Values of
 * refused cells never leave this function, and neither does an order or a search that would tell them. Leaves the list
 * operation's event.
 */
export async function performView<State, Row, Shown, C extends Cells<Row>>(
  view: View<State, Row, Shown, C>,
  state: State,
  world: World,
): Promise<ViewPage<Shown, C>> {
  const caller = demandSigned(world.caller)
  const call = { operation: view.list, world, caller, input: view.input(state) }
  try {
    demandUsable(caller, view.list)
    const viewing = { world, caller, store: read(caller.account) }
    const list = await demandList(view.list, call.input, viewing)
    const page = (await asWanted(view, state, list, viewing)) ?? (await pageOf(view, view.plain(state), viewing))
    await recordLater(call)
    return page
  } catch (error) {
    if (isAwsError(error)) await recordLater(call, error)
    throw error
  }
}

/** Asks for the list itself and gives what it is about. */
async function demandList(list: Operation, raw: object, viewing: Viewing): Promise<Target> {
  const { world, caller, store } = viewing
  const subject = { store, input: checkInput(list, raw), ...world, caller }
  const { found, target } = await list.on.locate(subject)
  for (const question of await list.ask({ found, target, ...subject })) {
    const { decision } = await authorize(caller, question, world, store)
    if (decision.effect !== 'allowed') throw refusal(caller.arn, question, decision)
  }
  return target
}

/** The page in the wanted order and search; null where it would tell what a cell keeps back, of the list or of a row. */
async function asWanted<State, Row, Shown, C extends Cells<Row>>(
  view: View<State, Row, Shown, C>,
  state: State,
  list: Target,
  viewing: Viewing,
): Promise<ViewPage<Shown, C> | null> {
  const told = view.told(state)
  for (const name of told) {
    if (await firstRefusal(view.cells[name] as C[string], { target: list, found: null }, viewing)) return null
  }
  const page = await pageOf(view, state, viewing)
  return page.rows.every(({ cells }) => told.every((name) => cells[name].allowed)) ? page : null
}

async function pageOf<State, Row, Shown, C extends Cells<Row>>(
  view: View<State, Row, Shown, C>,
  state: State,
  viewing: Viewing,
): Promise<ViewPage<Shown, C>> {
  const { rows, ...counts } = await view.page(viewing.store, state)
  const answered = await Promise.all(
    rows.map(async (row) => ({
      shown: view.shown(row, viewing.caller),
      cells: await answerCells(view, row, viewing),
    })),
  )
  return { rows: answered, ...counts }
}

async function answerCells<State, Row, Shown, C extends Cells<Row>>(
  view: View<State, Row, Shown, C>,
  row: Row,
  viewing: Viewing,
): Promise<Answers<C>> {
  const about = { target: view.target(row, viewing.caller), found: row, names: view.names?.(row) }
  const answers: Record<string, CellAnswer<unknown>> = {}
  for (const [name, cell] of Object.entries(view.cells)) {
    const denied = await firstRefusal(cell, about, viewing)
    answers[name] = denied ?? { allowed: true, value: cell.value(row) }
  }
  return answers as Answers<C>
}

type About = { target: Target; found: unknown; names?: object }

async function firstRefusal(
  cell: Pick<Cell<never>, 'operations'>,
  { names, ...about }: About,
  { world, caller, store }: Viewing,
) {
  for (const operation of cell.operations) {
    for (const question of await operation.ask({ store, input: {} as never, ...about, ...world, caller })) {
      const { decision } = await authorize(caller, question, world, store)
      if (decision.effect === 'allowed') continue
      const { denial, message } = refusal(caller.arn, question, decision)
      return { allowed: false as const, denial: denial as Denial, message, call: callOf(operation, names) } // a refusal always has its denial
    }
  }
  return null
}

function callOf({ service, name, kind, input }: Operation, names: object | undefined): RefusedCall | undefined {
  return names && input.safeParse(names).success ? { operation: { service, name, kind }, input: names } : undefined
}
