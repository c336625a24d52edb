import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrate } from './migrate.mjs'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'iam-dojo-start-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('npm start', { timeout: 30_000 }, () => {
  it('refuses an old Node', async () => {
    const asOldNode = `Object.defineProperty(process, 'versions', { value: { node: '18.20.0' } })
      await import('./scripts/start.mjs')`
    const ended = await node(['--input-type=module', '--eval', asOldNode], {})
    expect(ended).toEqual({ code: 1, errors: 'IAM Dojo needs Node 20.19 or newer, and this is Node 18.20.0.' })
  })

  it('refuses a port that is no port', async () => {
    const { code, errors } = await start({ PORT: 'http' })
    expect({ code, errors }).toEqual({ code: 1, errors: 'PORT must be a number from 1 to 65535, and it is "http".' })
  })

  it('refuses a taken port', async () => {
    const other = await listen()
    const { port } = other.address() as AddressInfo
    const { code, errors } = await start({ PORT: String(port) })
    other.close()
    expect(code).toBe(1)
    expect(errors).toBe(
      `Port ${port} is taken by another program: stop that one, or choose another port with PORT=${port + 1}.`,
    )
  })

  it('refuses a data folder that it may not write to', async () => {
    chmodSync(folder, 0o500)
    // Root may write everywhere, so it becomes somebody else once everything is loaded.
    const asSomebody = `import { main } from './scripts/say.mjs'
      import { settle } from './scripts/settings.mjs'
      if (process.getuid() === 0) process.setuid(65534)
      await main(async () => settle())`
    const { code, errors } = await node(['--input-type=module', '--eval', asSomebody], {})
    expect(code).toBe(1)
    expect(errors).toBe(`IAM Dojo may not write to ${folder} (EACCES): choose another data folder with DATA_DIR.`)
  })

  it('refuses a database that does not answer', async () => {
    const other = await listen()
    const { port } = other.address() as AddressInfo
    await new Promise((closed) => other.close(closed))
    const { code, errors } = await start({ DATABASE_URL: `postgresql://ann:secret@127.0.0.1:${port}/dojo` })
    expect(code).toBe(1)
    expect(errors).toMatch(
      new RegExp(`^The PostgreSQL server at 127\\.0\\.0\\.1:${port} cannot be reached \\(.+\\)\\.$`),
    )
    expect(errors).not.toContain('secret')
  })

  it('refuses a database that is newer than the code, and leaves it as it was', async () => {
    const file = join(folder, 'dojo.db')
    await migrate(`file:${file}`)
    const database = new Database(file)
    database.exec(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('1', 'x', '9999_from_the_future')`,
    )
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    database.close()
    const before = readFileSync(file)
    const { code, errors } = await start({})
    expect(code).toBe(1)
    expect(errors).toBe(
      'The database is newer than this version of IAM Dojo: it has the migration 9999_from_the_future.',
    )
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('makes its secret once, for its own user alone', async () => {
    // A port that is no longer free stops the start right after its settings.
    const other = await listen()
    const data = join(folder, 'data')
    const env = { PORT: String((other.address() as AddressInfo).port), DATA_DIR: data }
    await start(env)
    const secret = readFileSync(join(data, 'secret'), 'utf8')
    await start(env)
    other.close()
    expect(secret).toMatch(/^[\w-]{43}$/)
    expect(readFileSync(join(data, 'secret'), 'utf8')).toBe(secret)
    expect(statSync(join(data, 'secret')).mode & 0o777).toBe(0o600)
    expect(statSync(data).mode & 0o777).toBe(0o700)
  })
})

describe('stopping', { timeout: 30_000 }, () => {
  it('ends what it runs, and what that runs', async () => {
    const grandchild = await listen()
    const connected = connection(grandchild)
    writeFileSync(join(folder, 'child.mjs'), connectTo(grandchild))
    const parent = script(`
      import { run } from '${process.cwd()}/scripts/run.mjs'
      await run('sh', ['-c', '${process.execPath} ${folder}/child.mjs; true'])`)
    const closed = ending(await connected)
    const exit = new Promise((exited) => parent.once('exit', exited))
    parent.kill('SIGTERM')
    await closed
    expect(await exit).toBe(143)
    grandchild.close()
  })

  it('follows npm and its shell, which forward no signal', async () => {
    const watcher = await listen()
    const connected = connection(watcher)
    writeFileSync(
      join(folder, 'child.mjs'),
      `import { whenStopped } from '${process.cwd()}/scripts/stop.mjs'
       whenStopped(() => process.exit(0))
       ${connectTo(watcher)}`,
    )
    const shell = spawn('sh', ['-c', `${process.execPath} ${folder}/child.mjs; true`], {
      env: { ...process.env, npm_lifecycle_event: 'start' },
    })
    const closed = ending(await connected)
    shell.kill('SIGKILL')
    await closed
    watcher.close()
  })
})

const start = (env: Record<string, string>) => node(['scripts/start.mjs'], env)

async function node(parameters: string[], env: Record<string, string>) {
  const { npm_lifecycle_event: _, ...inherited } = process.env
  const child = spawn(process.execPath, parameters, {
    env: { ...inherited, PORT: '3999', DATA_DIR: folder, DATABASE_URL: '', NODE_ENV: 'production', ...env },
  })
  let errors = ''
  child.stderr.on('data', (part) => {
    errors += part
  })
  const code = await new Promise((exit) => child.once('close', exit))
  return { code, errors: errors.trim() }
}

const script = (source: string) => spawn(process.execPath, ['--input-type=module', '--eval', source])

const listen = () =>
  new Promise<Server>((listening) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => listening(server))
  })

const connection = (server: Server) => new Promise<Socket>((connected) => server.once('connection', connected))

// A killed process ends its connections in whatever way the system likes.
const ending = (socket: Socket) =>
  new Promise((closed) =>
    socket
      .on('error', () => {})
      .once('close', closed)
      .resume(),
  )

const connectTo = (server: Server) =>
  `import { connect } from 'node:net'
   connect(${(server.address() as AddressInfo).port}, '127.0.0.1')`
