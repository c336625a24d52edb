// Brings a database up to the models: plain SQL files in Prisma's layout, recorded in Prisma's own table.
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'libsql'
import pg from 'pg'
import { sqlitePath } from '../lib/store/sqlite/path.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

/** What stopped the migration, in one sentence for whoever starts the program. */
export class MigrationRefused extends Error {
  name = 'MigrationRefused'
}

/** Applies what is pending and gives the names of what it applied. `folder` stands in for the shipped migrations in tests. */
export async function migrate(databaseUrl, { log = () => {}, folder } = {}) {
  const head = headOf(databaseUrl)
  const known = readMigrations(folder ?? join(root, `prisma/${head}/migrations`))
  const applied = head === 'sqlite' ? migrateSqlite(databaseUrl, known) : await migratePostgres(databaseUrl, known)
  for (const name of applied) log(`applied ${name}`)
  return applied
}

/** Which of the two heads a database URL belongs to. */
export function headOf(databaseUrl) {
  if (databaseUrl.startsWith('file:')) return 'sqlite'
  if (/^postgres(ql)?:\/\//.test(databaseUrl)) return 'postgresql'
  throw new MigrationRefused('DATABASE_URL must start with file: (SQLite) or postgresql://.')
}

function readMigrations(folder) {
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'migration.sql')))
  return names.sort().map((name) => {
    const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8')
    return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
  })
}

function pendingOf(known, applied) {
  for (const { name, checksum } of applied) {
    const ours = known.find((migration) => migration.name === name)
    if (!ours) {
      throw new MigrationRefused(`The database is newer than this version of IAM Dojo: it has the migration ${name}.`)
    }
    if (ours.checksum !== checksum) {
      throw new MigrationRefused(
        `The migration ${name} was edited after this database had applied it; please undo the edit.`,
      )
    }
  }
  const names = new Set(applied.map(({ name }) => name))
  return known.filter(({ name }) => !names.has(name))
}

const appliedQuery =
  'SELECT migration_name AS name, checksum FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name'

// ---- SQLite

function migrateSqlite(databaseUrl, known) {
  const db = openSqlite(sqlitePath(databaseUrl))
  try {
    if (pendingOf(known, appliedInSqlite(db)).length === 0) return []
    // INVARIANT: off before BEGIN. Inside a transaction this pragma does nothing, and the DROP TABLE of a table rebuild
    // would then delete every row that points at the table.
    db.exec('PRAGMA foreign_keys=OFF')
    db.exec('BEGIN IMMEDIATE')
    try {
      const pending = applyInSqlite(db, known)
      db.exec('COMMIT')
      // Into the file at once, so that the file alone is a whole database.
      db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      return pending.map(({ name }) => name)
    } catch (error) {
      db.exec('ROLLBACK')
      throw error
    }
  } finally {
    db.close()
  }
}

function openSqlite(path) {
  try {
    mkdirSync(dirname(path), { recursive: true })
    const db = new Database(path, { timeout: 5000 })
    db.exec('PRAGMA journal_mode=WAL')
    return db
  } catch (error) {
    throw new MigrationRefused(`The database file ${path} cannot be opened for writing (${error.message}).`, {
      cause: error,
    })
  }
}

function appliedInSqlite(db) {
  const table = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name = '_prisma_migrations'").get()
  return table ? db.prepare(appliedQuery).all() : []
}

function applyInSqlite(db, known) {
  db.exec(`CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id" TEXT PRIMARY KEY NOT NULL, "checksum" TEXT NOT NULL, "finished_at" DATETIME, "migration_name" TEXT NOT NULL,
    "logs" TEXT, "rolled_back_at" DATETIME, "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0)`)
  // Read again under the write lock: another process may have been faster.
  const pending = pendingOf(known, appliedInSqlite(db))
  const record = db.prepare(
    'INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) VALUES (?, ?, ?, ?, 1)',
  )
  for (const { name, sql, checksum } of pending) {
    db.exec(sql)
    record.run(randomUUID(), checksum, name, Date.now())
  }
  const orphans = db.prepare('PRAGMA foreign_key_check').all()
  if (orphans.length > 0) {
    throw new MigrationRefused(
      `The migration would leave ${orphans.length} rows of ${orphans[0].table} without their parent.`,
    )
  }
  return pending
}

// ---- PostgreSQL

/** The key that Prisma's own migrate takes. */
const advisoryLock = 72707369

async function migratePostgres(databaseUrl, known) {
  const client = new pg.Client({ connectionString: databaseUrl })
  try {
    await client.connect()
  } catch (error) {
    const { host, port } = client
    throw new MigrationRefused(`The PostgreSQL server at ${host}:${port} cannot be reached (${error.message}).`, {
      cause: error,
    })
  }
  try {
    await client.query('SELECT pg_advisory_lock($1)', [advisoryLock])
    await client.query(`CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
      "id" VARCHAR(36) PRIMARY KEY NOT NULL, "checksum" VARCHAR(64) NOT NULL, "finished_at" TIMESTAMPTZ,
      "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT, "rolled_back_at" TIMESTAMPTZ,
      "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(), "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`)
    const pending = pendingOf(known, (await client.query(appliedQuery)).rows)
    for (const migration of pending) await applyInPostgres(client, migration)
    return pending.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

async function applyInPostgres(client, { name, sql, checksum }) {
  await client.query('BEGIN')
  try {
    await client.query(sql)
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), 1)`,
      [randomUUID(), checksum, name],
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const url = process.argv[2] ?? process.env.DATABASE_URL ?? 'file:data/iam-dojo.db'
  const applied = await migrate(url, { log: console.log })
  if (applied.length === 0) console.log('the database is up to date')
}
