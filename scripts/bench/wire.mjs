import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { root } from '../place.mjs'
import { connections, hammer, send } from './hammer.mjs'
import { account, signedIn, startDojo, startMoto, stopAll } from './servers.mjs'
import { signer } from './signed-requests.mjs'

// The AWS API under 16 connections, and moto's server beside it in the same run where Python has it. With BENCH_URL and
// OPERATOR_TOKEN it measures a server that is there already; goals are printed beside the figures and fail nothing.
const users = 1000
const seconds = Number(process.env.BENCH_SECONDS ?? 5)
const manyTimes = 9
const perUser = ['CreateUser', 'AttachUserPolicy']
// AWS: the access levels of the Service Authorization Reference; what neither reads nor lists writes.
const writes = ['CreateUser', 'AttachUserPolicy', 'AssumeRole']
const PolicyArn = 'arn:aws:iam::aws:policy/ReadOnlyAccess'

const roundText = ({ p99, stolen }) => (stolen === null ? `${p99}` : `${p99} (${stolen.toFixed(1)} %)`)

process.chdir(root)
try {
  const base = process.env.BENCH_URL ?? (await startDojo())
  const own = await account(base)
  const dojo = { name: 'IAM Dojo', url: `${base}/aws`, ...own }
  const moto = await startMoto()
  const figures = []
  for (const server of [dojo, moto].filter(Boolean)) figures.push(await measure(server))
  const rounds = await steady(dojo)
  const pages = await besidePages(dojo, base)
  const costs = await growing(base)
  report(figures, { ...costs, pages, rounds })
} finally {
  await stopAll()
}

/**
 * A thousand users are made and get a policy; then each is read, all are listed, one is asked about, and a role is assumed.
 * Before that all of it is done with half as many users, who go again: both servers run warm in an account of that size.
 */
async function measure(server) {
  const { requests, leave } = await calls(server)
  const results = {}
  for (const [name, ask] of Object.entries(requests)) await hammered(server, name, ask('warm', users / 2), seconds / 3)
  for (const going of leave('warm', users / 2)) await hammer(server.url, going, { once: true })
  for (const [name, ask] of Object.entries(requests)) {
    results[name] = await hammered(server, name, ask('user', users), seconds)
    if (results[name]) console.log(`${server.name} ${name}: ${JSON.stringify(results[name])}`)
  }
  return { ...server, results }
}

/** One operation's figures, or nothing where the server does not know it. */
async function hammered(server, name, requests, duration) {
  try {
    return await hammer(server.url, requests, perUser.includes(name) ? { once: true } : { duration })
  } catch (error) {
    console.log(`${server.name} ${name}: ${error.message.slice(0, 200)}`)
  }
}

/** By operation the requests for so many users, and those by which the users leave again. */
async function calls(server) {
  const sign = signer(server)
  const { person, trusted } = await actors(server, sign)
  const each = (prefix, count, parameters) =>
    Array.from({ length: count }, (_, index) => sign({ ...parameters, UserName: `${prefix}-${index}` }))
  const always = (request) => () => [request]
  const requests = {
    CreateUser: (prefix, count) => each(prefix, count, { Action: 'CreateUser' }),
    AttachUserPolicy: (prefix, count) => each(prefix, count, { Action: 'AttachUserPolicy', PolicyArn }),
    GetUser: (prefix, count) => each(prefix, count, { Action: 'GetUser' }),
    ListUsers: always(sign({ Action: 'ListUsers', MaxItems: '1000' })),
    SimulatePrincipalPolicy: always(
      sign({
        Action: 'SimulatePrincipalPolicy',
        PolicySourceArn: person.arn,
        'ActionNames.member.1': 's3:GetObject',
        'ActionNames.member.2': 'iam:DeleteUser',
      }),
    ),
    AssumeRole: always(
      signer({ ...server, key: person.key, service: 'sts' })({
        Action: 'AssumeRole',
        RoleArn: trusted,
        RoleSessionName: 'bench',
      }),
    ),
  }
  const leave = (prefix, count) => [
    each(prefix, count, { Action: 'DetachUserPolicy', PolicyArn }),
    each(prefix, count, { Action: 'DeleteUser' }),
  ]
  return { requests, leave }
}

/** A user with a key who may do everything, and a role that it may assume. */
async function actors(server, sign) {
  const ask = async (parameters) => await send(server.url, sign(parameters))
  const member = (xml, name) => new RegExp(`<${name}>([^<]+)</${name}>`).exec(xml)?.[1]
  const UserName = 'person'
  const arn = member(await ask({ Action: 'CreateUser', UserName }), 'Arn')
  const PolicyArn = 'arn:aws:iam::aws:policy/AdministratorAccess'
  await ask({ Action: 'AttachUserPolicy', UserName, PolicyArn })
  const created = await ask({ Action: 'CreateAccessKey', UserName })
  const statement = { Effect: 'Allow', Principal: { AWS: arn }, Action: 'sts:AssumeRole' }
  const AssumeRolePolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: [statement] })
  const role = await ask({ Action: 'CreateRole', RoleName: 'trusted', AssumeRolePolicyDocument })
  const key = { id: member(created, 'AccessKeyId'), secret: member(created, 'SecretAccessKey') }
  return { person: { arn, key }, trusted: member(role, 'Arn') }
}

/** The p99 of GetUser in several rounds: on a machine that others use as well, one alone tells as much of them. */
async function steady(server) {
  const sign = signer(server)
  const get = Array.from({ length: users }, (_, index) => sign({ Action: 'GetUser', UserName: `user-${index}` }))
  const rounds = []
  for (let round = 0; round < manyTimes; round++) {
    const before = machineTime()
    const { p99 } = await hammer(server.url, get, { duration: seconds })
    const after = machineTime()
    rounds.push({ p99, stolen: before && (100 * (after.stolen - before.stolen)) / (after.all - before.all) })
    console.log(`p99 of GetUser: ${JSON.stringify(rounds.at(-1))}`)
  }
  return rounds.sort((one, other) => one.p99 - other.p99)
}

/** In ticks of all cores, where the system tells: all, and those in which another guest of the same machine had the core. */
function machineTime() {
  if (process.platform !== 'linux') return null
  const [, ...ticks] = readFileSync('/proc/stat', 'utf8').split('\n')[0].split(/\s+/)
  return { all: ticks.slice(0, 8).reduce((sum, tick) => sum + Number(tick), 0), stolen: Number(ticks[7]) }
}

/** GetUser while four connections load a console page, one load after the other. */
async function besidePages(server, base) {
  const cookie = await signedIn(base, server)
  const get = [signer(server)({ Action: 'GetUser', UserName: 'user-5' })]
  let isOver = false
  let loads = 0
  const load = async () => {
    while (!isOver) {
      const page = await fetch(`${base}/iam/users`, { headers: { cookie }, redirect: 'manual' })
      await page.text()
      if (page.status !== 200) throw new Error(`/iam/users: ${page.status}`)
      loads += 1
    }
  }
  const loaders = [load(), load(), load(), load()]
  await hammer(server.url, get, { duration: 1 })
  loads = 0
  const calls = await hammer(server.url, get, { duration: seconds })
  isOver = true
  await Promise.all(loaders)
  return { ...calls, loads: Math.round(loads / seconds) }
}

/** What GetUser costs with 10 and with 5,000 users. */
async function growing(base) {
  const server = { url: `${base}/aws`, ...(await account(base)) }
  const sign = signer(server)
  const get = [sign({ Action: 'GetUser', UserName: 'user-5' })]
  const fill = (from, to) =>
    Array.from({ length: to - from }, (_, index) => sign({ Action: 'CreateUser', UserName: `user-${from + index}` }))
  await hammer(server.url, fill(0, 10), { once: true })
  const few = await hammer(server.url, get, { duration: seconds })
  await hammer(server.url, fill(10, 5000), { once: true })
  const many = await hammer(server.url, get, { duration: seconds })
  return { few: few.rate, many: many.rate }
}

function report([dojo, moto], { few, many, pages, rounds }) {
  const sha = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  const rows = Object.entries(dojo.results).map(([name, own]) => {
    const peer = moto?.results[name]
    const ratio = peer ? `**${(own.rate / peer.rate).toFixed(1)}x** (goal ${writes.includes(name) ? 5 : 10}x)` : '-'
    return `| ${name} | ${own.rate} | ${own.p50} / ${own.p99} | ${peer ? `${peer.rate} | ${peer.p50} / ${peer.p99}` : '- | -'} | ${ratio} |`
  })
  const isShared = rounds[0].stolen !== null
  const lines = [
    `Signed calls a second over ${connections} kept connections, ${users} users; measured on ${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}, commit ${sha}. The sender shares the machine; both servers run warm: every operation was called for half as many users before.`,
    '',
    '| operation | calls/s | p50 / p99 (ms) | moto, calls/s | p50 / p99 (ms) | ratio |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
    `The p99 of GetUser in ${manyTimes} rounds of ${seconds} s: **${rounds[(manyTimes - 1) / 2].p99} ms** in the median one (goal: under 10); each one${isShared ? ', with the share of the cores that other guests of the machine took meanwhile' : ''}: ${rounds.map(roundText).join(', ')}.`,
    `GetUser with 5,000 users costs **${(few / many).toFixed(2)}** times what it costs with 10 (goal: at most 1.2).`,
    `While 4 connections load the users page (${pages.loads} loads a second), GetUser answers ${pages.rate} calls a second, p50 / p99 ${pages.p50} / ${pages.p99} ms: pages are rendered in another thread, so what bounds a call is its share of the cores. Run: \`npm run bench:wire\`.`,
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
