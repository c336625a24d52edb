import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '@/lib/store/testing'
import { sqlitePath } from '../lib/store/sqlite/path.mjs'
import { diffToModels } from './author-migration.mjs'
import { MigrationRefused, migrate } from './migrate.mjs'

const scratch = mkdtempSync(join(tmpdir(), 'iam-dojo-migrate-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

let round = 0
let file = ''
let folder = ''

beforeEach(() => {
  round += 1
  file = join(scratch, `${round}.db`)
  folder = join(scratch, `${round}`)
  cpSync('prisma/sqlite/migrations/0001_init', join(folder, '0001_init'), { recursive: true })
})

const run = () => migrate(`file:${file}`, { folder })

function addMigration(name: string, sql: string) {
  mkdirSync(join(folder, name))
  writeFileSync(join(folder, name, 'migration.sql'), sql)
}

function ask(sql: string): Record<string, unknown>[] {
  const db = new Database(file)
  try {
    return db.prepare(sql).all() as Record<string, unknown>[]
  } finally {
    db.close()
  }
}

const count = (table: string) => Number(ask(`SELECT COUNT(*) AS n FROM "${table}"`)[0]?.n)

function fill() {
  const db = new Database(file)
  db.exec(`
    INSERT INTO "Group" VALUES ('1', 'AGPA', 'g', 'g', '/', '2026-01-01');
    INSERT INTO "User" ("accountId", "id", "name", "nameKey", "path", "createdAt") VALUES ('1', 'AIDA', 'u', 'u', '/', '2026-01-01');
    INSERT INTO "Membership" VALUES ('1', 'AGPA', 'AIDA', '2026-01-01');`)
  db.close()
}

// How Prisma writes the rebuild of a table: with a pragma that does nothing inside a transaction.
const rebuild = `
  PRAGMA defer_foreign_keys=ON;
  PRAGMA foreign_keys=OFF;
  CREATE TABLE "new_Group" ("accountId" TEXT NOT NULL, "id" TEXT NOT NULL, "name" TEXT NOT NULL, "nameKey" TEXT NOT NULL,
    "path" TEXT NOT NULL DEFAULT '/', "createdAt" DATETIME NOT NULL, PRIMARY KEY ("accountId", "id"));
  INSERT INTO "new_Group" SELECT * FROM "Group";
  DROP TABLE "Group";
  ALTER TABLE "new_Group" RENAME TO "Group";
  PRAGMA foreign_keys=ON;
  PRAGMA defer_foreign_keys=OFF;`

describe('a table rebuild', () => {
  it('would delete the rows that point at the table, run as it is written', async () => {
    await run()
    fill()
    const db = new Database(file)
    db.exec(`PRAGMA foreign_keys=ON; BEGIN; ${rebuild} COMMIT;`)
    db.close()
    expect([count('Group'), count('Membership')]).toEqual([1, 0])
  })

  it('keeps every row, run by us', async () => {
    await run()
    fill()
    addMigration('0002_rebuild', rebuild)
    expect(await run()).toEqual(['0002_rebuild'])
    expect([count('Group'), count('Membership')]).toEqual([1, 1])
  })

  it('is undone when it leaves rows without their parent', async () => {
    await run()
    fill()
    addMigration('0002_lossy', rebuild.replace('SELECT * FROM "Group"', 'SELECT * FROM "Group" WHERE 1 = 0'))
    await expect(run()).rejects.toThrow('1 rows of Membership without their parent')
    expect([count('Group'), count('Membership'), count('_prisma_migrations')]).toEqual([1, 1, 1])
  })
})

describe('migrate', () => {
  it('applies what is pending once, and writes the file in WAL mode', async () => {
    expect(await run()).toEqual(['0001_init'])
    expect(await run()).toEqual([])
    expect(ask('PRAGMA journal_mode')[0]?.journal_mode).toBe('wal')
    expect(ask('SELECT migration_name, length(checksum) AS n FROM _prisma_migrations')).toEqual([
      { migration_name: '0001_init', n: 64 },
    ])
  })

  it('applies all that is pending or nothing', async () => {
    await run()
    addMigration('0002_good', 'CREATE TABLE "Good" ("id" TEXT);')
    addMigration('0003_bad', 'CREATE TABLE "Good" ("id" TEXT);')
    await expect(run()).rejects.toThrow('already exists')
    expect(ask(`SELECT name FROM sqlite_master WHERE name = 'Good'`)).toEqual([])
  })

  it('refuses a migration that was edited after it had been applied', async () => {
    await run()
    const edited = join(folder, '0001_init/migration.sql')
    writeFileSync(edited, `${readFileSync(edited, 'utf8')}\n`)
    await expect(run()).rejects.toThrow('The migration 0001_init was edited')
    await expect(run()).rejects.toBeInstanceOf(MigrationRefused)
  })

  it('refuses a database that is newer than the code', async () => {
    addMigration('0002_future', 'CREATE TABLE "Future" ("id" TEXT);')
    await run()
    rmSync(join(folder, '0002_future'), { recursive: true })
    await expect(run()).rejects.toThrow('newer than this version of IAM Dojo: it has the migration 0002_future')
  })

  it('says in one sentence why a database cannot be opened', async () => {
    mkdirSync(file)
    await expect(run()).rejects.toThrow(/^The database file .* cannot be opened for writing \(.+\)\.$/)
    const nobody = migrate('postgresql://nobody@127.0.0.1:1/none')
    await expect(nobody).rejects.toThrow(/^The PostgreSQL server at 127.0.0.1:1 cannot be reached \(.+\)\.$/)
    await expect(migrate('mysql://x')).rejects.toThrow('DATABASE_URL must start with file:')
  })
})

describe('sqlitePath', () => {
  it.each([
    ['file:data/x.db', 'data/x.db'],
    ['file:./x.db', './x.db'],
    ['file:/abs/x.db', '/abs/x.db'],
    ['file:///abs/x%20y.db?mode=rw', '/abs/x y.db'],
  ])('%s is %s', (url, path) => {
    expect(sqlitePath(url)).toBe(path)
  })
})

// On PostgreSQL, too, where TEST_DATABASE_URL says so.
it('the migrations lead to the models', async () => {
  expect(await diffToModels(await testDatabase())).toBe('')
})
