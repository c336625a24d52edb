import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium } from '@playwright/test'
import { createJiti } from 'jiti'
import { systemBrowser } from '../browser.mjs'
import { migrate } from '../migrate.mjs'
import { root } from '../place.mjs'

// Pages and the door, as ratios in one run: a users list of 5,000 against one of 10, what the door adds to a read, and what
// JavaScript each page loads.
const small = { id: '100000000010', users: 10 }
const large = { id: '100000005000', users: 5000 }
const classroom = { id: '123456789012', users: 3 }
const token = 'bench'
const rounds = Number(process.env.BENCH_ROUNDS ?? 60)
const port = 34_571

process.chdir(root)
const folder = mkdtempSync(join(tmpdir(), 'iam-dojo-bench-'))
Object.assign(process.env, {
  DATA_DIR: folder,
  DATABASE_URL: `file:${join(folder, 'dojo.db')}`,
  IAM_DOJO_SECRET: 'bench',
  PORT: String(port),
  DEMO: 'false',
  OPERATOR_TOKEN: token,
})

await migrate(process.env.DATABASE_URL)
const jiti = createJiti(import.meta.url, {
  interopDefault: false,
  alias: { '@': root, 'server-only': join(root, 'node_modules/server-only/empty.js') },
})
const crowd = await jiti.import('./crowd.ts')
for (const { id, users } of [small, large, classroom]) await crowd.accountWith(id, users)
await crowd.addEvents(large.id, 20_000)
const overhead = await crowd.doorOverhead(large.id, 2000)
await crowd.closeDatabase()

const server = spawn(process.execPath, ['scripts/start.mjs'], { stdio: ['ignore', 'ignore', 'inherit'] })
try {
  await untilHealthy()
  const first = await reset(classroom.id)
  const browser = await chromium.launch({ executablePath: systemBrowser(), args: ['--no-sandbox', '--disable-gpu'] })
  const tenUsers = await signedIn(browser, small.id)
  const manyUsers = await signedIn(browser, large.id)
  await browser.close()
  const lists = await compare('/iam/users', tenUsers, manyUsers)
  const scripts = await javaScript(manyUsers, [
    ['/signin', 140],
    ['/iam', 200],
    ['/iam/users', 200],
    ['/iam/users/user-00001', 200],
    ['/iam/users/create', 200],
    ['/iam/groups', 200],
    ['/iam/policies', 200],
    ['/iam/policies/create', 200],
    ['/s3', 200],
    ['/events', 200],
  ])
  // Last, for it empties the account that the others measure.
  const resets = { first, again: await reset(classroom.id), large: await reset(large.id) }
  report({ lists, overhead, scripts, resets })
} finally {
  server.kill('SIGTERM')
  await new Promise((ended) => server.once('exit', ended))
  rmSync(folder, { recursive: true, force: true })
}

/** Milliseconds of one reset, as a script waits for it. */
async function reset(account) {
  const start = performance.now()
  const answer = await fetch(`http://localhost:${port}/api/operator/accounts/${account}/reset`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
  })
  await answer.text()
  if (answer.status !== 200) throw new Error(`reset: ${answer.status}`)
  return performance.now() - start
}

async function untilHealthy() {
  for (let turn = 0; turn < 3000; turn++) {
    const answer = await fetch(`http://localhost:${port}/api/health`).catch(() => null)
    if (answer?.ok) return
    await new Promise((over) => setTimeout(over, 100))
  }
  throw new Error('The server did not become healthy.')
}

async function signedIn(browser, account) {
  const context = await browser.newContext({ baseURL: `http://localhost:${port}` })
  const page = await context.newPage()
  await page.goto('/signin/root')
  await page.getByLabel('Root user email').fill(`root@${account}.example`)
  await page.getByLabel('Password', { exact: true }).fill(crowd.rootPassword)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/signin'))
  const cookies = await context.cookies()
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
}

/** The same page for both accounts, in turns; the first ten rounds only warm up. */
async function compare(path, ...cookies) {
  const times = cookies.map(() => [])
  for (let round = 0; round < rounds + 10; round++) {
    for (const [index, cookie] of cookies.entries()) {
      const start = performance.now()
      // Ten rows on both pages: the account's size is compared, not the table's.
      const tenRows = `table.users=${encodeURIComponent(JSON.stringify({ size: 10 }))}`
      const answer = await fetch(`http://localhost:${port}${path}`, { headers: { cookie: `${cookie}; ${tenRows}` } })
      await answer.text()
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`)
      if (round >= 10) times[index].push(performance.now() - start)
    }
  }
  return times.map((list) => list.toSorted((one, other) => one - other)[Math.floor(list.length / 2)])
}

/** Kilobytes of compressed JavaScript that a page's own script tags load. */
async function javaScript(cookie, pages) {
  const sizes = new Map()
  const rows = []
  for (const [path, goal] of pages) {
    const html = await (await fetch(`http://localhost:${port}${path}`, { headers: { cookie } })).text()
    const tags = [...html.matchAll(/<script[^>]*src="([^"]+)"[^>]*>/g)].filter(([tag]) => !/nomodule/i.test(tag))
    let total = 0
    for (const [, source] of tags) {
      if (!sizes.has(source)) {
        const answer = await fetch(`http://localhost:${port}${source.replaceAll('&amp;', '&')}`)
        sizes.set(source, gzipSync(Buffer.from(await answer.arrayBuffer())).length)
      }
      total += sizes.get(source)
    }
    rows.push({ path, kilobytes: total / 1024, goal })
  }
  return rows
}

function report({ lists: [ten, many], overhead, scripts, resets }) {
  const sha = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  const lines = [
    `Measured on ${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}, commit ${sha}; medians of one run.`,
    '',
    '| what | measured | goal |',
    '|---|---|---|',
    `| users list, a page of ten, server and transfer: 5,000 users against 10 | ${many.toFixed(1)} ms / ${ten.toFixed(1)} ms = **${(many / ten).toFixed(2)}** | at most 1.3 |`,
    `| GetUser through the door, policies warm | ${overhead.door.toFixed(0)} µs, of which the store ${overhead.store.toFixed(0)} µs: the door adds **${(overhead.door - overhead.store).toFixed(0)} µs** | under 1,000 µs |`,
    `| operator's reset over HTTP, the first after the start: a classroom | **${resets.first.toFixed(0)} ms** | under 100 ms |`,
    `| operator's reset over HTTP, again | **${resets.again.toFixed(0)} ms** | under 100 ms |`,
    `| operator's reset over HTTP: 5,000 users with keys and passwords, 15,000 memberships, 20,000 events | **${resets.large.toFixed(0)} ms** | under 100 ms |`,
    ...scripts.map(
      ({ path, kilobytes, goal }) =>
        `| JavaScript of ${path}, compressed | **${kilobytes.toFixed(0)} KB** | at most ${goal} KB |`,
    ),
  ]
  console.log(lines.join('\n'))
  writeSection('bench:pages', 'Pages and the door', lines)
}

function writeSection(mark, title, lines) {
  const file = 'docs/benchmarks.md'
  const text = readFileSync(file, 'utf8')
  const section = `<!-- ${mark} -->\n${lines.join('\n')}\n<!-- /${mark} -->`
  const place = new RegExp(`<!-- ${mark} -->[\\s\\S]*<!-- /${mark} -->`)
  writeFileSync(
    file,
    place.test(text) ? text.replace(place, section) : `${text.trimEnd()}\n\n## ${title}\n\n${section}\n`,
  )
}
