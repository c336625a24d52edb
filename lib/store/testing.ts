import 'server-only'
import { createHash, randomInt } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { migrate } from '@/scripts/migrate.mjs'
import { directory } from './directory'
import { once } from './slot'

/** A new, empty account in this worker's database. Accounts do not see each other, so tests need not clean up. */
export async function freshAccount(
  account: { alias?: string; rootPasswordHash?: string; createdAt?: Date } = {},
): Promise<string> {
  await testDatabase()
  const id = String(randomInt(1e11, 1e12))
  await directory().createAccount({
    rootPasswordHash: 'no password',
    createdAt: new Date('2026-01-01T00:00:00.000Z'),
    ...account,
    id,
    email: `root-${id}@example.com`,
  })
  return id
}

/**
 * Points the process at a migrated database of this test worker: a copy of a template file, or a copy of a template
 * database where TEST_DATABASE_URL names a PostgreSQL server. Gives its URL.
 */
export function testDatabase(): Promise<string> {
  return once('test-database', async () => {
    const server = process.env.TEST_DATABASE_URL
    const url = server ? await postgresCopy(server) : await sqliteCopy()
    process.env.DATABASE_URL = url
    return url
  })
}

const worker = `${process.pid}_${process.env.VITEST_POOL_ID ?? 0}`

/** The template carries the hash of the migrations in its name, so an old one is never taken for a new one. */
function templateName(head: 'sqlite' | 'postgresql'): string {
  const folder = fileURLToPath(new URL(`../../prisma/${head}/migrations`, import.meta.url))
  const hash = createHash('sha256')
  for (const name of readdirSync(folder).sort()) hash.update(readFileSync(join(folder, name, 'migration.sql')))
  return `iam_dojo_template_${hash.digest('hex').slice(0, 12)}`
}

async function sqliteCopy(): Promise<string> {
  const shared = join(tmpdir(), 'iam-dojo-tests')
  mkdirSync(shared, { recursive: true })
  const template = join(shared, `${templateName('sqlite')}.db`)
  if (!existsSync(template)) {
    const draft = `${template}.${worker}`
    await migrate(`file:${draft}`)
    renameSync(draft, template)
    for (const rest of ['-wal', '-shm']) rmSync(draft + rest, { force: true })
  }
  removeOldWorkers(shared)
  const folder = mkdtempSync(join(shared, 'worker-'))
  copyFileSync(template, join(folder, 'test.db'))
  return `file:${join(folder, 'test.db')}`
}

/** Workers are killed rather than ended, so the next ones sweep up behind them. */
function removeOldWorkers(shared: string) {
  const hourAgo = Date.now() - 3_600_000
  for (const name of readdirSync(shared)) {
    const folder = join(shared, name)
    const old = statSync(folder, { throwIfNoEntry: false })
    if (name.startsWith('worker-') && old && old.mtimeMs < hourAgo) rmSync(folder, { recursive: true, force: true })
  }
}

async function postgresCopy(server: string): Promise<string> {
  const template = templateName('postgresql')
  const name = `iam_dojo_worker_${worker}`
  const at = (database: string) => Object.assign(new URL(server), { pathname: `/${database}` }).href
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    // One worker makes the template, the others wait for it.
    await client.query('SELECT pg_advisory_lock(72707370)')
    const { rows } = await client.query('SELECT datname FROM pg_database WHERE datname IN ($1, $2)', [template, name])
    const exists = (database: string) => rows.some((row) => row.datname === database)
    if (!exists(template)) {
      await client.query(`CREATE DATABASE ${template}`)
      await migrate(at(template))
    }
    if (!exists(name)) await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`)
  } finally {
    await client.end()
  }
  return at(name)
}
