import { spawn, spawnSync } from 'node:child_process'
import { randomBytes, randomInt } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ports = { dojo: 34_572, moto: 34_573 }
const folder = mkdtempSync(join(tmpdir(), 'iam-dojo-bench-'))
const token = process.env.OPERATOR_TOKEN ?? randomBytes(16).toString('hex')
const children = []

/** The password of every account that `account` makes. */
export const rootPassword = 'Bench-only-1'

export async function startDojo() {
  const env = {
    ...process.env,
    DATA_DIR: folder,
    DATABASE_URL: '',
    PORT: String(ports.dojo),
    HOST: '127.0.0.1',
    DEMO: 'false',
    OPERATOR_TOKEN: token,
  }
  children.push(spawn(process.execPath, ['scripts/start.mjs'], { env, stdio: ['ignore', 'ignore', 'inherit'] }))
  const base = `http://localhost:${ports.dojo}`
  await untilAnswers(`${base}/api/health`)
  return base
}

export async function startMoto() {
  if (spawnSync('moto_server', ['--help'], { stdio: 'ignore' }).status !== 0) {
    console.log('moto_server is not on this machine: only absolute figures.')
    return null
  }
  const log = { stdio: 'ignore', env: { ...process.env, MOTO_IAM_LOAD_MANAGED_POLICIES: 'true' } }
  children.push(spawn('moto_server', ['-H', '127.0.0.1', '-p', String(ports.moto)], log))
  const url = `http://127.0.0.1:${ports.moto}/`
  await untilAnswers(url)
  return { name: 'moto', url, key: { id: 'AKIAIOSFODNN7EXAMPLE', secret: 'moto' } }
}

/** A new account, with a key for its root user. */
export async function account(base) {
  const id = String(randomInt(1e11, 1e12))
  const email = `bench-${id}@dojo.example`
  const answer = await fetch(`${base}/api/operator/accounts`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ id, email, password: rootPassword, accessKey: true }),
  })
  if (!answer.ok) throw new Error(`No account: ${answer.status} ${await answer.text()}`)
  return { id, email, key: (await answer.json()).accessKey }
}

/** Signs root in as a script does; gives the cookies. */
export async function signedIn(base, { email }) {
  const csrf = await fetch(`${base}/api/auth/csrf`)
  const jar = csrf.headers.getSetCookie()
  const { csrfToken } = await csrf.json()
  const answer = await fetch(`${base}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: jar.map(pair).join('; '), origin: base },
    body: new URLSearchParams({ csrfToken, email, password: rootPassword, json: 'true' }),
  })
  return [...jar, ...answer.headers.getSetCookie()].map(pair).join('; ')
}

const pair = (cookie) => cookie.split(';')[0]

async function untilAnswers(url) {
  for (let turn = 0; turn < 3000; turn++) {
    if (await fetch(url).catch(() => null)) return
    await new Promise((over) => setTimeout(over, 100))
  }
  throw new Error(`${url} did not answer within five minutes.`)
}

export async function stopAll() {
  for (const child of children) await ended(child)
  rmSync(folder, { recursive: true, force: true })
}

async function ended(child) {
  if (child.exitCode === null) await new Promise((over) => child.once('exit', over).kill('SIGTERM'))
}
