import 'server-only'
import type { Client, Transaction } from '@libsql/client'
import { PrismaLibSql } from '@prisma/adapter-libsql'
import type { Connection, Result, Value } from './connection'
import { toValue } from './values'

type Run = (sql: string, values: Value[]) => Result | Promise<Result>

const answered = (run: Run) => async (statement: { sql: string; args: Value[] }) => {
  const { columns, rows, changes } = await run(statement.sql, statement.args.map(toValue))
  return {
    columns: columns.map((column) => column.name),
    columnTypes: columns.map((column) => column.type ?? ''),
    rows,
    rowsAffected: changes,
  }
}

/** What Prisma's adapter asks of a client of the file. */
type Spoken = {
  execute(statement: { sql: string; args: Value[] }): Promise<unknown>
  executeMultiple(sql: string): Promise<void>
  transaction(): Promise<Pick<Transaction, 'commit' | 'rollback'> & Pick<Spoken, 'execute'>>
  close(): void
}

/** Prisma's own adapter over our connections, so that its models and our plain SQL see the same transaction. */
export class SharedFile extends PrismaLibSql {
  constructor(private readonly spoken: Spoken) {
    super({ url: 'file:shared' })
  }
  override createClient(): Client {
    return this.spoken as unknown as Client // the adapter uses no more of it
  }
}

/** Outside of transactions: statements as `run` sends them; `begin` waits for the writing connection, `end` gives it back. */
export function outsideTransactions(
  run: Run,
  { script, begin }: { script(sql: string): Promise<void>; begin(): Promise<{ writer: Connection; end(): void }> },
): Spoken {
  return {
    execute: answered(run),
    executeMultiple: script,
    async transaction() {
      const { writer, end } = await begin()
      return settled(writer, (isKept) => {
        try {
          writer.run(isKept ? 'COMMIT' : 'ROLLBACK', [])
        } finally {
          end()
        }
      })
    },
    close: () => undefined,
  }
}

/** Inside a transaction: all goes to the writing connection, and what Prisma makes a transaction is a part of this one. */
export function withinTransaction(writer: Connection): Spoken {
  let depth = 0
  return {
    execute: answered(writer.run),
    executeMultiple: async (sql) => writer.script(sql),
    async transaction() {
      depth += 1
      const name = `part_${depth}`
      writer.run(`SAVEPOINT ${name}`, [])
      return settled(writer, (isKept) => {
        depth -= 1
        if (!isKept) writer.run(`ROLLBACK TO ${name}`, [])
        writer.run(`RELEASE ${name}`, [])
      })
    },
    close: () => undefined,
  }
}

const settled = (writer: Connection, settle: (isKept: boolean) => void) => ({
  execute: answered(writer.run),
  commit: async () => settle(true),
  rollback: async () => settle(false),
})
