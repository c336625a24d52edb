import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'

const started: ChildProcess[] = []

// The stories' own server is built and running; these start further ones beside it.
test.describe('npm start', () => {
  let folder: string
  test.beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'iam-dojo-house-'))
  })
  test.afterEach(() => {
    for (const npm of started.splice(0))
      if (npm.exitCode === null && npm.signalCode === null) signalGroup(npm, 'SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  })

  test('says where to sign in and the first credentials, and does nothing twice', async () => {
    const first = await start(folder)
    expect(first.words()).toContain(`Sign in at http://localhost:${first.port}/signin`)
    expect(first.words()).toMatch(/password/i)
    await first.stop('SIGTERM')

    const second = await start(folder)
    expect(second.words()).not.toMatch(/password|installing|generating|applied|building/i)
    await second.stop('SIGTERM')
  })

  for (const signal of ['SIGTERM', 'SIGINT', 'SIGKILL'] as const)
    test(`leaves nothing on its port after ${signal} to npm`, async () => {
      const server = await start(folder)
      await server.stop(signal)
      await expect
        .poll(() => fetch(`http://127.0.0.1:${server.port}/api/health`).then(String, () => 'gone'))
        .toBe('gone')
    })
})

async function start(folder: string) {
  const port = await freePort()
  const npm = spawn('npm', ['start'], {
    detached: true,
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: folder,
      DATABASE_URL: '',
      NEXTAUTH_URL: '',
    },
  })
  started.push(npm)
  let words = ''
  for (const stream of [npm.stdout, npm.stderr])
    stream.on('data', (part) => {
      words += part
    })
  await expect
    .poll(() => (npm.exitCode === null ? words : `ended: ${words}`), { timeout: 30_000 })
    .toContain('Ready after')
  return { port, words: () => words, stop: (signal: NodeJS.Signals) => stop(npm, signal) }
}

function stop(npm: ChildProcess, signal: NodeJS.Signals) {
  return new Promise((closed) => {
    // The pipes close when the last process that holds them is gone, not only npm.
    npm.once('close', closed)
    // Ctrl+C in a terminal reaches the whole group; the other two are meant for npm alone.
    if (signal === 'SIGINT') signalGroup(npm, signal)
    else npm.kill(signal)
  })
}

const signalGroup = (npm: ChildProcess, signal: NodeJS.Signals) => process.kill(-(npm.pid as number), signal)

function freePort(): Promise<number> {
  return new Promise((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => found(port))
    })
  })
}
