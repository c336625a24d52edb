import { createHmac, randomBytes } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import { root } from './place.mjs'
import { Refusal } from './say.mjs'

/**
 * Reads the environment and completes it with the defaults, in place: the server reads the same variables.
 * Returns what the start itself needs.
 */
export function settle(env = process.env) {
  const port = portOf(env.PORT || '3000')
  const host = env.HOST || '127.0.0.1'
  const folder = resolve(root, env.DATA_DIR || 'data')
  writable(folder)
  const databaseUrl = env.DATABASE_URL || `file:${join(folder, 'dojo.db')}`
  if (databaseUrl.startsWith('file:')) writableFile(resolve(root, databaseUrl.slice('file:'.length)))
  else if (!/^postgres(ql)?:\/\//.test(databaseUrl))
    throw new Refusal('DATABASE_URL must begin with file: or postgresql://.')
  const secret = env.IAM_DOJO_SECRET || secretIn(folder)
  const url = env.NEXTAUTH_URL || `http://${isAnyOrLoopback(host) ? 'localhost' : host}:${port}`
  Object.assign(env, {
    PORT: String(port),
    HOST: host,
    DATA_DIR: folder,
    DATABASE_URL: databaseUrl,
    IAM_DOJO_SECRET: secret,
    NEXTAUTH_SECRET: env.NEXTAUTH_SECRET || createHmac('sha256', secret).update('next-auth').digest('base64url'),
    NEXTAUTH_URL: url,
  })
  return { port, host, databaseUrl, url }
}

/** Refuses a port that another program holds, before minutes of work are spent on a server that cannot listen. */
export function freePort(port, host) {
  return new Promise((done, refuse) => {
    const probe = createServer()
    probe.once('error', ({ code }) => refuse(new Refusal(refusalFor(code, port, host))))
    probe.listen(port, host, () => probe.close(done))
  })
}

function refusalFor(code, port, host) {
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken by another program: stop that one, or choose another port with PORT=${port + 1}.`
  if (code === 'EACCES') return `This user may not listen on port ${port}: choose one above 1023 with PORT.`
  return `IAM Dojo cannot listen on ${host}:${port} (${code}): look at HOST and PORT.`
}

function portOf(text) {
  const port = Number(text)
  if (Number.isInteger(port) && port > 0 && port < 65536) return port
  throw new Refusal(`PORT must be a number from 1 to 65535, and it is "${text}".`)
}

function writableFile(file) {
  writable(dirname(file))
  if (existsSync(file)) refuseUnlessWritable(file)
}

function writable(folder) {
  refuseUnlessWritable(folder, () => mkdirSync(folder, { recursive: true, mode: 0o700 }))
}

function refuseUnlessWritable(path, before = () => {}) {
  try {
    before()
    accessSync(path, constants.W_OK)
  } catch ({ code }) {
    throw new Refusal(`IAM Dojo may not write to ${path} (${code}): choose another data folder with DATA_DIR.`)
  }
}

/** The server's secret: made once and kept beside the data that it protects. */
function secretIn(folder) {
  const path = join(folder, 'secret')
  try {
    // 'wx' never overwrites: of two starts at the same moment, the second reads what the first one wrote.
    writeFileSync(path, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
  return readFileSync(path, 'utf8').trim()
}

const isAnyOrLoopback = (host) => ['127.0.0.1', '0.0.0.0', '::', '::1', 'localhost'].includes(host)
