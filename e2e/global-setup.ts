import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Starts the production server as `npm start` does, on a port and a data folder of its own, and takes both away again.
 * With E2E_URL (and OPERATOR_TOKEN) set, the stories run against a server that is there already.
 */
export default async function startServer() {
  if (process.env.E2E_URL) return
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), 'iam-dojo-e2e-'))
  process.env.OPERATOR_TOKEN = randomUUID()
  process.env.E2E_URL = `http://localhost:${port}`
  const server = spawn(process.execPath, ['scripts/start.mjs'], {
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: folder,
      DATABASE_URL: '',
      NEXTAUTH_URL: '',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const output: string[] = []
  server.stdout.on('data', (part) => output.push(String(part)))
  try {
    await untilHealthy(process.env.E2E_URL, server)
  } catch (error) {
    server.kill('SIGKILL')
    throw new Error(`${(error as Error).message}\n${output.join('')}`)
  }
  return () => stop(server, folder)
}

async function untilHealthy(url: string, server: ChildProcess) {
  // Minutes, because the first start may have to build.
  for (const end = Date.now() + 300_000; Date.now() < end; await pause(100)) {
    if (server.exitCode !== null) throw new Error(`The server ended with ${server.exitCode} before it answered.`)
    const answer = await fetch(`${url}/api/health`).catch(() => undefined)
    if (answer?.ok) return
  }
  throw new Error('The server did not become healthy within five minutes.')
}

async function stop(server: ChildProcess, folder: string) {
  const exitCode = server.exitCode ?? (await new Promise((ended) => server.once('exit', ended).kill('SIGTERM')))
  rmSync(folder, { recursive: true, force: true })
  if (exitCode !== 0) throw new Error(`The server should stop with exit code 0 and stopped with ${exitCode}.`)
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer().once('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? found(address.port) : failed(new Error('No port.'))))
    })
  })
}

const pause = (milliseconds: number) => new Promise((over) => setTimeout(over, milliseconds))
