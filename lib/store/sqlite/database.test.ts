import { copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrate } from '@/scripts/migrate.mjs'
import type { Db, Database as Opened } from '../client'
import { sqliteDatabase } from './database'

const folder = mkdtempSync(join(tmpdir(), 'iam-dojo-sqlite-'))
const file = join(folder, 'test.db')
const at = new Date('2026-11-22T09:00:00.123Z')
let opened: Opened

beforeAll(async () => {
  await migrate(`file:${file}`)
  opened = sqliteDatabase(file)
})
afterAll(async () => {
  await opened.close()
  rmSync(folder, { recursive: true })
})

const insert = (db: Db, id: string) =>
  db.$executeRaw`INSERT INTO "Role" ("accountId", "id", "name", "nameKey", "path", "createdAt", "maxSessionDuration", "trustPolicy")
    VALUES ('1', ${id}, ${id}, ${id}, '/', ${at}, 3600, '{}')`
const ids = async (db: Db) =>
  (await db.$queryRaw<{ id: string }[]>`SELECT "id" FROM "Role" ORDER BY "id"`).map((row) => row.id)

describe('the SQLite file', () => {
  it('gives plain SQL and models the same values', async () => {
    await insert(opened.db, 'a')
    const [row] = await opened.db.$queryRaw<
      unknown[]
    >`SELECT "createdAt", "description", 1 = ${true} AS "is" FROM "Role"`
    expect(row).toEqual({ createdAt: at, description: null, is: 1 })
    expect(await opened.db.role.count({ where: { createdAt: at } })).toBe(1)
    await opened.db.role.deleteMany()
  })

  it('refuses a value that the native client would not survive', async () => {
    await expect(opened.db.$queryRaw`SELECT ${{ no: 'value' }}`).rejects.toThrow('object is no value')
    await expect(opened.db.$queryRaw`SELECT ${Number.NaN}`).rejects.toThrow('number is no value')
  })

  it('shares a transaction between plain SQL and models, and takes both back', async () => {
    const failing = opened.transaction(async (db) => {
      await insert(db, 'a')
      await db.role.update({ where: { accountId_id: { accountId: '1', id: 'a' } }, data: { path: '/x/' } })
      expect(await db.$queryRaw`SELECT "path" FROM "Role"`).toEqual([{ path: '/x/' }])
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await ids(opened.db)).toEqual([])
  })

  it('has another version after each commit, its own or that of another process, and no other', async () => {
    const versions = [opened.version(), opened.version()]
    await insert(opened.db, 'a')
    versions.push(opened.version())
    const other = new Database(file)
    other.exec('DELETE FROM "Role"')
    other.close()
    versions.push(opened.version())
    await expect(
      opened.transaction(async (db) => {
        await insert(db, 'b')
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    versions.push(opened.version())
    expect(versions.map((version) => versions.indexOf(version))).toEqual([0, 0, 2, 3, 3])
  })

  it('shares no version with a file that was open before', async () => {
    const versions: (string | null)[] = []
    for (let time = 0; time < 2; time++) {
      const again = sqliteDatabase(file)
      versions.push(again.version())
      await again.close()
    }
    expect(versions[1]).not.toBe(versions[0])
  })

  it('reads what is committed while somebody writes, and lets writers wait', async () => {
    const order: string[] = []
    let outside: Promise<unknown> = Promise.resolve()
    await opened.transaction(async (db) => {
      await insert(db, 'a')
      outside = insert(opened.db, 'b').then(() => order.push('outside'))
      expect(await ids(opened.db)).toEqual([])
      await new Promise(setImmediate)
      order.push('inside')
    })
    await outside
    expect(order).toEqual(['inside', 'outside'])
    expect(await ids(opened.db)).toEqual(['a', 'b'])
    await opened.db.role.deleteMany()
  })

  it('goes on after a statement that failed, inside and outside of a transaction', async () => {
    await opened.transaction(async (db) => {
      await insert(db, 'a')
      await expect(insert(db, 'a')).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_UNIQUE' })
      await insert(db, 'b')
    })
    await expect(insert(opened.db, 'a')).rejects.toThrow()
    expect(await ids(opened.db)).toEqual(['a', 'b'])
    await opened.db.role.deleteMany()
  })

  it('looks for rows that point at others again after it was emptied, also where that failed', async () => {
    const membership = (db: Db) =>
      db.$executeRaw`INSERT INTO "Membership" ("accountId", "groupId", "userId", "createdAt") VALUES ('1', 'g', 'u', ${at})`
    await opened.transaction(async (db) => expect(await membership(db)).toBe(1), 'emptying')
    await opened.db.$executeRaw`DELETE FROM "Membership"`
    await expect(membership(opened.db)).rejects.toThrow('FOREIGN KEY')
    const failing = opened.transaction(async () => Promise.reject(new Error('no')), 'emptying')
    await expect(failing).rejects.toThrow('no')
    await expect(membership(opened.db)).rejects.toThrow('FOREIGN KEY')
  })

  it('lets nobody use a transaction that is over', async () => {
    const leaked = await opened.transaction(async (db) => ({ db }))
    expect(() => leaked.db.$queryRaw`SELECT 1`).toThrow('This transaction is over.')
    expect(() => leaked.db.role).toThrow('This transaction is over.')
  })

  it('does not write by what looks like a query', async () => {
    const writing = opened.db.$queryRaw`WITH x AS (SELECT 1) INSERT INTO "Report" SELECT * FROM "Report"`
    await expect(writing).rejects.toThrow('readonly')
  })

  it('keeps no snapshot open: the log can be emptied after any number of reads', async () => {
    await insert(opened.db, 'a')
    await insert(opened.db, 'b')
    await ids(opened.db)
    expect(await opened.db.$queryRaw`SELECT "id" FROM "Role" LIMIT 1`).toHaveLength(1)
    expect(await opened.db.$queryRaw`SELECT "id" FROM "Role" WHERE "id" = 'c' LIMIT 1`).toEqual([])
    const other = new Database(file)
    expect(other.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all([])).toEqual([{ busy: 0, log: 0, checkpointed: 0 }])
    other.close()
    await opened.db.role.deleteMany()
  })

  it('copies the log into the file after some hundred commits, before one of them has to', async () => {
    const path = join(folder, 'busy.db')
    await migrate(`file:${path}`)
    const { size } = statSync(path)
    const busy = sqliteDatabase(path)
    for (let turn = 0; turn < 400; turn++) await insert(busy.db, `role-${turn}`)
    await expect.poll(() => statSync(path).size, { timeout: 20_000 }).toBeGreaterThan(size)
    await busy.close()
  })

  it('has every committed write in the file and its log when the process is gone', async () => {
    await opened.transaction((db) => insert(db, 'kept'))
    // What is on the disk this moment, as a process that was killed leaves it.
    for (const rest of ['', '-wal']) copyFileSync(file + rest, join(folder, `killed.db${rest}`))
    const killed = sqliteDatabase(join(folder, 'killed.db'))
    expect(await ids(killed.db)).toEqual(['kept'])
    await killed.close()
    await opened.db.role.deleteMany()
  })
})
