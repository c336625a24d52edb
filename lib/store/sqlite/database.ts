import 'server-only'
import { PrismaClient } from '@/generated/sqlite/client'
import type { Database } from '../client'
import { logPages, openConnection, type Result, type Value } from './connection'
import { copyLog, logCopier } from './copy-log'
import { outsideTransactions, SharedFile, withinTransaction } from './driver'
import { Lane } from './lane'
import { plainSql } from './plain-sql'

/** Long enough for a slow disk; a transaction that takes longer has been forgotten by someone. */
const longest = 10_000

/**
 * The file with two connections: one that reads what is committed, whatever is being written, and one for all who write,
 * one after the other. Plain SQL goes straight to them; Prisma's models reach the same two through its adapter.
 */
export function sqliteDatabase(path: string): Database {
  const reader = openConnection(path, 'read')
  const writer = openConnection(path, 'write')
  const lane = new Lane()
  const committed = logCopier(path)

  const run = (sql: string, values: Value[]): Result | Promise<Result> =>
    isQuery(sql) ? reader.run(sql, values) : lane.run(async () => committed(writer.run(sql, values)))
  const begin = async () => {
    const end = await lane.hold()
    try {
      writer.run('BEGIN IMMEDIATE', [])
    } catch (error) {
      end()
      throw error
    }
    return { writer, end }
  }
  const script = (sql: string) => lane.run(async () => writer.script(sql))

  const outside = new PrismaClient({ adapter: new SharedFile(outsideTransactions(run, { script, begin })) })
  const inside = new PrismaClient({ adapter: new SharedFile(withinTransaction(writer)) })

  return {
    db: plainSql(outside, run),

    transaction: (work, way = 'usual') =>
      lane.run(async () => {
        let isOpen = true
        const db = plainSql(inside, writer.run, () => isOpen)
        if (way === 'emptying') writer.script(quickDeletes.on)
        try {
          writer.run('BEGIN IMMEDIATE', [])
          const result = await inTime(work(db))
          committed(writer.run('COMMIT', []))
          return result
        } catch (error) {
          if (writer.isInTransaction()) writer.run('ROLLBACK', [])
          throw error
        } finally {
          isOpen = false
          if (way === 'emptying') {
            writer.script(quickDeletes.off)
            setTimeout(() => void copyLog(path), 100).unref()
          }
        }
      }),

    version: reader.version,

    async close() {
      await lane.run(() => Promise.all([outside.$disconnect(), inside.$disconnect()]))
      reader.close()
      writer.close()
    },
  }
}

/**
 * A delete need not look for rows that point at its own: they go as well. And its commit need not copy the log into the
 * file, which waits for the disk. INVARIANT: outside of a transaction, where the first of the two does nothing.
 */
const quickDeletes = {
  on: 'PRAGMA foreign_keys=OFF; PRAGMA wal_autocheckpoint=0',
  off: `PRAGMA foreign_keys=ON; PRAGMA wal_autocheckpoint=${logPages}`,
}

/** The reading connection refuses to write, so a wrong guess is an error and never a write beside the lane. */
const isQuery = (sql: string) => /^\s*(SELECT|WITH)\b/i.test(sql)

function inTime<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`The transaction took more than ${longest} ms.`)), longest)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
