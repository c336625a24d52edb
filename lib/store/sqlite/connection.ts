import 'server-only'
import { randomUUID } from 'node:crypto'
import type Database from 'libsql'
import * as libsql from 'libsql'

export type Value = null | string | number | bigint | Uint8Array
export type Column = { name: string; type: string | null }
export type Result = { columns: readonly Column[]; rows: readonly unknown[][]; changes: number }

type Prepared = {
  columns: Column[] | null
  statement: {
    all(values: Value[]): unknown[][]
    get(values: Value[]): unknown[] | undefined
    run(values: Value[]): { changes: number }
  }
  /** One row at most: half the way through the native client. */
  isSingle: boolean
}

// The module is the class itself; a loader that makes it look like others gives it as the default.
const SqliteFile = ('default' in libsql ? libsql.default : libsql) as unknown as typeof Database

/** One connection to the file: to read only, or to write. */
export type Connection = ReturnType<typeof openConnection>

/** A log of 64 MB is copied into the file by the next commit, which waits for the disk; mostly `copyLog` comes before. */
export const logPages = 16_000

/** Lists of values make many texts of one statement, so the least used of them are forgotten. */
const mostStatements = 500

/** Opens a connection that keeps its statements prepared: preparing costs three times what running most of them does. */
export function openConnection(path: string, access: 'read' | 'write') {
  // `timeout`: how long to wait while another process writes.
  const file = new SqliteFile(path, { timeout: 5000 })
  file.exec('PRAGMA foreign_keys=ON')
  // In WAL mode a commit is safe from the end of this process without waiting for the disk; see docs/decisions/0007.
  file.exec('PRAGMA synchronous=NORMAL')
  file.exec('PRAGMA cache_size=-16000')
  file.exec(`PRAGMA wal_autocheckpoint=${logPages}`)
  if (access === 'read') file.exec('PRAGMA query_only=ON')
  const prepared = new Map<string, Prepared>()
  const version = file.prepare<Value[]>('PRAGMA data_version').raw(true)
  // Each connection counts for itself.
  const opening = randomUUID()

  return {
    /** INVARIANT: reads to the last row, as `get` does by itself, so that no prepared statement keeps an old snapshot of the file open. */
    run(sql: string, values: Value[]): Result {
      const { columns, statement, isSingle } = preparedFor(file, prepared, sql)
      if (columns && isSingle) {
        const row = statement.get(values)
        return { columns, rows: row ? [row] : [], changes: 0 }
      }
      if (columns) return { columns, rows: statement.all(values), changes: 0 }
      return { columns: [], rows: [], changes: statement.run(values).changes }
    },
    /** Another one after each commit of another connection; see https://www.sqlite.org/pragma.html#pragma_data_version. */
    version: (): string => `${opening} ${(version.get() as unknown[])[0]}`,
    script: (sql: string): void => void file.exec(sql),
    isInTransaction: (): boolean => file.inTransaction,
    close(): void {
      prepared.clear()
      file.close()
    },
  }
}

function preparedFor(file: Database.Database, known: Map<string, Prepared>, sql: string): Prepared {
  const found = known.get(sql) ?? prepare(file, sql)
  known.delete(sql)
  if (known.size >= mostStatements) known.delete(known.keys().next().value as string)
  known.set(sql, found)
  return found
}

function prepare(file: Database.Database, sql: string): Prepared {
  const statement = file.prepare<Value[]>(sql)
  const columns = statement.reader ? statement.columns().map(({ name, type }) => ({ name, type })) : null
  if (columns) statement.raw(true)
  const isSingle = /\bLIMIT 1\s*$/.test(sql)
  return { columns, isSingle, statement: statement as unknown as Prepared['statement'] } // its types do not know raw rows
}
