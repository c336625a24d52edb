import 'server-only'
import { authorize } from '@/lib/access/authorize'
import type { SignedCaller } from '@/lib/access/caller'
import { refusal } from '@/lib/access/refusal'
import { accessDenied, type Denial, isAwsError } from '@/lib/aws/errors'
import type { Operation } from '@/lib/operations/define'
import type { Cell, View } from '@/lib/operations/view'
import { read } from '@/lib/store'
import type { AccountStore } from '@/lib/store/account-store'
import { checkInput } from './check-input'
import { recordLater } from './record'
import type { World } from './world'

export type CellAnswer<Value> = { allowed: true; value: Value } | { allowed: false; denial: Denial; message: string }

type Answers<Cells> = {
  [Name in keyof Cells]: Cells[Name] extends Cell<never, infer Value> ? CellAnswer<Value> : never
}

export type ViewPage<Shown, Cells> = { rows: { shown: Shown; cells: Answers<Cells> }[]; total: number; matches: number }

/** A row of a view's page, for the components that draw it. */
export type RowOf<V> =
  V extends View<infer _State, infer _Row, infer Shown, infer Cells> ? ViewPage<Shown, Cells>['rows'][number] : never

/**
 * The door for lists: one question for the list, then for every cell the questions of that cell's own operation. Values of
 * refused cells never leave this function. Leaves the list operation's event.
 */
export async function performView<State, Row, Shown, Cells extends Record<string, Cell<Row>>>(
  view: View<State, Row, Shown, Cells>,
  state: State,
  world: World,
): Promise<ViewPage<Shown, Cells>> {
  const { caller } = world
  if (caller.kind === 'operator') throw accessDenied('The operator may only perform operator operations.')
  const call = { operation: view.list, world, caller, input: view.input(state) }
  try {
    const store = read(caller.account)
    await demandList(view.list, call.input, world, caller, store)
    const { rows, total, matches } = await view.page(store, state)
    const answered = await Promise.all(
      rows.map(async (row) => ({
        shown: view.shown(row, caller),
        cells: await answerCells(view, row, world, caller, store),
      })),
    )
    await recordLater(call)
    return { rows: answered, total, matches }
  } catch (error) {
    if (isAwsError(error)) await recordLater(call, error)
    throw error
  }
}

async function demandList(list: Operation, raw: object, world: World, caller: SignedCaller, store: AccountStore) {
  const input = checkInput(list.input, raw)
  const subject = { ...world, store, input, caller }
  const located = await list.on.locate(subject)
  for (const question of await list.ask({ ...subject, ...located })) {
    const { decision } = await authorize(caller, question, world, store)
    if (decision.effect !== 'allowed') throw refusal(caller.arn, question, decision)
  }
}

async function answerCells<State, Row, Shown, Cells extends Record<string, Cell<Row>>>(
  view: View<State, Row, Shown, Cells>,
  row: Row,
  world: World,
  caller: SignedCaller,
  store: AccountStore,
): Promise<Answers<Cells>> {
  const target = view.target(row, caller)
  const answers: Record<string, CellAnswer<unknown>> = {}
  const asking = { ...world, store, caller, target, found: row, input: {} as never }
  for (const [name, { operations, value }] of Object.entries(view.cells)) {
    const questions = await Promise.all(operations.map((operation) => operation.ask(asking)))
    const denied = await firstRefusal(questions.flat(), world, caller, store)
    answers[name] = denied ?? { allowed: true, value: value(row) }
  }
  return answers as Answers<Cells>
}

type Questions = Awaited<ReturnType<Operation['ask']>>

async function firstRefusal(questions: Questions, world: World, caller: SignedCaller, store: AccountStore) {
  for (const question of questions) {
    const { decision } = await authorize(caller, question, world, store)
    if (decision.effect === 'allowed') continue
    const error = refusal(caller.arn, question, decision)
    if (error.denial) return { allowed: false as const, denial: error.denial, message: error.message }
  }
  return null
}
