// Writes the next migration of both heads from the models: node scripts/author-migration.mjs <name>.
// Read the SQL before you commit it. Needs PostgreSQL's server binaries, because each diff starts from a real database.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PrismaLibSql } from '@prisma/adapter-libsql'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as engineGlue from '@prisma/schema-engine-wasm/schema_engine_bg'
import { heads, schemaFiles } from './generate.mjs'
import { headOf, migrate } from './migrate.mjs'
import { startPostgres } from './postgres.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The SQL that leads from a migrated database to the models; empty when there is nothing to do. */
export async function diffToModels(databaseUrl) {
  const head = headOf(databaseUrl)
  const adapter =
    head === 'sqlite' ? new PrismaLibSql({ url: databaseUrl }) : new IntrospectingPg({ connectionString: databaseUrl })
  const files = schemaFiles(head)
  engineLoaded ??= loadEngine()
  const SchemaEngine = await engineLoaded
  const engine = await SchemaEngine.new(
    { datamodels: files.map(({ path, content }) => [path, content]) },
    () => {},
    bindMigrationAwareSqlAdapterFactory(adapter),
  )
  const { stdout } = await engine.diff({
    from: { tag: 'schemaDatasource', files, configDir: root },
    to: { tag: 'schemaDatamodel', files },
    script: true,
    exitCode: null,
    filters: {
      externalTables: [head === 'sqlite' ? '_prisma_migrations' : 'public._prisma_migrations'],
      externalEnums: [],
    },
  })
  const sql = (stdout ?? '').trim()
  if (sql === '' || sql === '-- This is an empty migration.') return ''
  return `${head === 'sqlite' ? sql : inByteOrder(sql)}\n`
}

// The glue keeps views of one instance's memory, so there can be one instance alone.
let engineLoaded

// Node 20 cannot import WebAssembly as a module, so the two halves of the package are joined by hand.
async function loadEngine() {
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => console.error(message) }
  const file = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const { instance } = await WebAssembly.instantiate(readFileSync(file.replace(/\.js$/, '.wasm')), {
    './schema_engine_bg.js': engineGlue,
  })
  engineGlue.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  return engineGlue.SchemaEngine
}

// The catalogue of PostgreSQL has columns of the one-byte type "char" (18), which the adapter does not read; bpchar (1042) it does.
class IntrospectingPg extends PrismaPg {
  async connect() {
    const adapter = await super.connect()
    const performIO = adapter.performIO.bind(adapter)
    adapter.performIO = async (query) => {
      const result = await performIO(query)
      for (const field of result.fields) if (field.dataTypeID === 18) field.dataTypeID = 1042
      return result
    }
    return adapter
  }
}

/** Both databases must order text alike, and SQLite orders it by bytes. */
const inByteOrder = (sql) => sql.replace(/^(\s+"\w+" TEXT|ALTER .* TEXT)\b/gm, '$1 COLLATE "C"')

async function author(name) {
  const folder = mkdtempSync(join(tmpdir(), 'iam-dojo-author-'))
  const cluster = await startPostgres()
  const scratch = { sqlite: `file:${folder}/scratch.db`, postgresql: cluster.url }
  try {
    for (const head of heads) await authorHead(head, scratch[head], name)
  } finally {
    await cluster.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function authorHead(head, scratchUrl, name) {
  const migrations = join(root, `prisma/${head}/migrations`)
  const count = readdirSync(migrations).length
  await migrate(scratchUrl)
  const sql = await diffToModels(scratchUrl)
  if (!sql) return console.log(`${head}: nothing to do`)
  const target = join(migrations, `${String(count + 1).padStart(4, '0')}_${name}`)
  mkdirSync(target)
  writeFileSync(join(target, 'migration.sql'), sql)
  console.log(`${head}: wrote ${target}/migration.sql`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const name = process.argv[2]
  if (!/^[a-z0-9_]+$/.test(name ?? '')) throw new Error('Give the migration a name: lower-case letters, digits and _.')
  await author(name)
  process.exit(0)
}
