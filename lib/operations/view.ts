import 'server-only'
import type { SignedCaller } from '@/lib/access/caller'
import type { Target } from '@/lib/access/question'
import type { AccountStore } from '@/lib/store/account-store'
import type { Operation } from './define'

/**
 * One column of a list that the console fills by calls of its own for each row. It names the operations whose permissions
 * together show the value; the value itself came with the page's rows, in one query for all of them.
 */
export type Cell<Row, Value = unknown> = {
  operations: readonly Operation[]
  value(row: Row): Value
}

export function cell<Row, Value>(
  operation: Operation | readonly Operation[],
  value: (row: Row) => Value,
): Cell<Row, Value> {
  return { operations: [operation].flat(), value }
}

/**
 * A list as the console shows it: one list operation for the rows and further operations for the cells. Its door is
 * `performView`; see docs/decisions/0003.
 */
export type View<State, Row, Shown, Cells extends Record<string, Cell<Row>>> = {
  list: Operation
  input(state: State): object
  page(store: AccountStore, state: State): Promise<{ rows: readonly Row[]; total: number; matches: number }>
  /** The cells that the state's order or search would tell about; where one is refused, the page comes as `plain` has it. */
  told(state: State): readonly (keyof Cells & string)[]
  plain(state: State): State
  /** What the list operation itself tells about a row. */
  shown(row: Row, caller: SignedCaller): Shown
  /** What the cells' operations are about. */
  target(row: Row, caller: SignedCaller): Target
  /** The members of an input that name the row, so that a refused cell can be explained. */
  names?(row: Row): object
  cells: Cells
}

export function view<State, Row, Shown, Cells extends Record<string, Cell<Row>>>(
  definition: View<State, Row, Shown, Cells>,
) {
  return definition
}
