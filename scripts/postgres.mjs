// A throwaway PostgreSQL cluster for tests: started in a temporary folder, gone with the process that asked for it.
// As a command: node scripts/postgres.mjs <command> [arguments] runs the command with TEST_DATABASE_URL set.
import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { constants, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'

/** Starts a cluster; `url` is its `postgres` database, whose user may create others. */
export async function startPostgres({ log = () => {} } = {}) {
  const bin = findBinaries() ?? installBinaries(log)
  const folder = mkdtempSync(join(tmpdir(), 'iam-dojo-postgres-'))
  const data = join(folder, 'data')
  chmodSync(folder, 0o755)
  if (isRoot()) execFileSync('chown', ['postgres', folder])
  run(join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'])
  const port = await freePort()
  const server = spawn(
    ...asServerUser(join(bin, 'postgres'), ['-D', data, '-k', folder, '-p', String(port), ...fastAndForgetful]),
    { stdio: ['ignore', 'ignore', 'ignore'] },
  )
  const ended = new Promise((resolve) => server.once('exit', resolve))
  const stop = async () => {
    server.kill('SIGINT')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  const url = `postgresql://postgres@127.0.0.1:${port}/postgres`
  try {
    await untilReady(url, ended)
  } catch (error) {
    await stop()
    throw error
  }
  log(`PostgreSQL listens on port ${port}`)
  return { url, stop }
}

const settings = {
  listen_addresses: '127.0.0.1',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '100',
}
const fastAndForgetful = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])

function findBinaries() {
  const base = '/usr/lib/postgresql'
  const versions = existsSync(base) ? readdirSync(base).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [...versions.map((version) => join(base, version, 'bin')), ...(process.env.PATH ?? '').split(':')]
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')))
}

function installBinaries(log) {
  if (!isRoot() || !existsSync('/usr/bin/apt-get')) {
    throw new Error('The PostgreSQL half of the tests needs initdb and postgres; please install PostgreSQL.')
  }
  log('installing PostgreSQL from the Debian archive')
  const options = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  execFileSync('apt-get', ['update'], options)
  execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'postgresql'], options)
  return findBinaries()
}

const isRoot = () => process.getuid?.() === 0

// PostgreSQL refuses to run as root. setpriv also ends the server should this process be killed without a word.
function asServerUser(command, args) {
  if (!existsSync('/usr/bin/setpriv')) return [command, args]
  const user = isRoot() ? ['--reuid', 'postgres', '--regid', 'postgres', '--clear-groups'] : []
  return ['setpriv', [...user, '--pdeathsig', 'INT', command, ...args]]
}

function run(command, args) {
  execFileSync(...asServerUser(command, args), { stdio: ['ignore', 'ignore', 'inherit'], cwd: '/' })
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}

async function untilReady(url, ended) {
  let over = false
  ended.then(() => {
    over = true
  })
  for (let tries = 0; tries < 200 && !over; tries++) {
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      return await client.end()
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  throw new Error('The throwaway PostgreSQL server did not start.')
}

async function runWith(command, args) {
  const cluster = await startPostgres({ log: (line) => console.error(line) })
  const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, TEST_DATABASE_URL: cluster.url } })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  const [code, signal] = await new Promise((resolve) => child.once('exit', (...end) => resolve(end)))
  await cluster.stop()
  process.exitCode = code ?? 128 + constants.signals[signal]
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [command, ...args] = process.argv.slice(2)
  if (!command) throw new Error('Which command should run beside the server?')
  await runWith(command, args)
}
