import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { randomBytes, randomInt } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../place.mjs'
import { signer } from './signed-requests.mjs'

// The AWS API under 16 connections, and moto's server beside it in the same run where Python has it. With BENCH_URL and
// OPERATOR_TOKEN it measures a server that is there already; goals are printed beside the figures and fail nothing.
const connections = 16
const users = 1000
const seconds = Number(process.env.BENCH_SECONDS ?? 5)
const ports = { dojo: 34_572, moto: 34_573 }
const readers = ['GetUser', 'ListUsers']

process.chdir(root)
const folder = mkdtempSync(join(tmpdir(), 'iam-dojo-bench-'))
const token = process.env.OPERATOR_TOKEN ?? randomBytes(16).toString('hex')
const children = []
try {
  const base = process.env.BENCH_URL ?? (await startDojo())
  const dojo = { name: 'IAM Dojo', url: `${base}/aws`, key: await accountKey(base) }
  const moto = await startMoto()
  const figures = []
  for (const server of [dojo, moto].filter(Boolean)) figures.push(await measure(server))
  const costs = await growing(dojo)
  report(figures, costs)
} finally {
  for (const child of children) await ended(child)
  rmSync(folder, { recursive: true, force: true })
}

/** A thousand users are made and get a policy; then each is read, and all are listed. */
async function measure(server) {
  const sign = signer(server)
  const names = Array.from({ length: users }, (_, index) => `user-${index}`)
  const PolicyArn = 'arn:aws:iam::aws:policy/ReadOnlyAccess'
  const results = {}
  const steps = {
    CreateUser: names.map((UserName) => sign({ Action: 'CreateUser', UserName })),
    AttachUserPolicy: names.map((UserName) => sign({ Action: 'AttachUserPolicy', UserName, PolicyArn })),
    GetUser: names.map((UserName) => sign({ Action: 'GetUser', UserName })),
    ListUsers: [sign({ Action: 'ListUsers', MaxItems: '1000' })],
  }
  for (const [name, requests] of Object.entries(steps)) {
    results[name] = await hammer(server.url, requests, readers.includes(name) ? { duration: seconds } : { once: true })
    console.log(`${server.name} ${name}: ${JSON.stringify(results[name])}`)
  }
  return { ...server, results }
}

/** What GetUser costs with 10 and with 5,000 users. */
async function growing(server) {
  const key = await accountKey(new URL(server.url).origin)
  const sign = signer({ ...server, key })
  const get = [sign({ Action: 'GetUser', UserName: 'user-5' })]
  const fill = (from, to) =>
    Array.from({ length: to - from }, (_, index) => sign({ Action: 'CreateUser', UserName: `user-${from + index}` }))
  await hammer(server.url, fill(0, 10), { once: true })
  const few = await hammer(server.url, get, { duration: seconds })
  await hammer(server.url, fill(10, 5000), { once: true })
  const many = await hammer(server.url, get, { duration: seconds })
  return { few: few.rate, many: many.rate }
}

/** Sends the requests over all connections: in turn for some seconds, or each of them once. */
async function hammer(url, requests, { once, duration }) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const times = []
  const begun = performance.now()
  const isOver = (turn) => (once ? turn >= requests.length : performance.now() - begun >= duration * 1000)
  let turn = 0
  const connection = async () => {
    while (!isOver(turn)) {
      const sent = performance.now()
      await send(url, agent, requests[turn++ % requests.length])
      times.push(performance.now() - sent)
    }
  }
  await Promise.all(Array.from({ length: connections }, connection))
  const took = (performance.now() - begun) / 1000
  agent.destroy()
  times.sort((one, other) => one - other)
  const at = (share) => Number(times[Math.floor((times.length - 1) * share)].toFixed(1))
  return { rate: Math.round(times.length / took), p50: at(0.5), p99: at(0.99) }
}

function send(url, agent, { body, ...options }) {
  return new Promise((answered, failed) => {
    const sent = request(url, { agent, ...options, headers: { ...options.headers, 'content-length': body.length } })
    sent.on('error', failed).on('response', (response) => {
      response.resume().on('end', () => {
        if (response.statusCode === 200) answered()
        else failed(new Error(`${url}: ${response.statusCode} for ${body}`))
      })
    })
    sent.end(body)
  })
}

async function startDojo() {
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

async function startMoto() {
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

async function accountKey(base) {
  const id = String(randomInt(1e11, 1e12))
  const answer = await fetch(`${base}/api/operator/accounts`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ id, email: `bench-${id}@dojo.example`, accessKey: true }),
  })
  if (!answer.ok) throw new Error(`No account: ${answer.status} ${await answer.text()}`)
  return (await answer.json()).accessKey
}

async function untilAnswers(url) {
  for (let turn = 0; turn < 3000; turn++) {
    if (await fetch(url).catch(() => null)) return
    await new Promise((over) => setTimeout(over, 100))
  }
  throw new Error(`${url} did not answer within five minutes.`)
}

async function ended(child) {
  if (child.exitCode === null) await new Promise((over) => child.once('exit', over).kill('SIGTERM'))
}

function report([dojo, moto], { few, many }) {
  const sha = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  const rows = Object.entries(dojo.results).map(([name, own]) => {
    const peer = moto?.results[name]
    const ratio = peer ? `**${(own.rate / peer.rate).toFixed(1)}x** (goal ${readers.includes(name) ? 10 : 5}x)` : '-'
    return `| ${name} | ${own.rate} | ${own.p50} / ${own.p99} | ${peer ? `${peer.rate} | ${peer.p50} / ${peer.p99}` : '- | -'} | ${ratio} |`
  })
  const lines = [
    `Signed calls a second over ${connections} kept connections, ${users} users; measured on ${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}, commit ${sha}. The sender shares the machine.`,
    '',
    '| operation | calls/s | p50 / p99 (ms) | moto, calls/s | p50 / p99 (ms) | ratio |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
    `GetUser with 5,000 users costs **${(few / many).toFixed(2)}** times what it costs with 10 (goal: at most 1.2). Run: \`npm run bench:wire\`.`,
  ]
  console.log(lines.join('\n'))
  if (!process.env.BENCH_URL) writeSection('bench:wire', 'The AWS API', lines)
}

function writeSection(mark, title, lines) {
  const file = 'docs/benchmarks.md'
  const text = readFileSync(file, 'utf8')
  const section = `<!-- ${mark} -->\n${lines.join('\n')}\n<!-- /${mark} -->`
  const place = new RegExp(`<!-- ${mark} -->[\\s\\S]*<!-- /${mark} -->`)
  const added = `${text.trimEnd()}\n\n## ${title}\n\n${section}\n`
  writeFileSync(file, place.test(text) ? text.replace(place, section) : added)
}
