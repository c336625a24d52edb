import './node-version.mjs'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './place.mjs'
import { build, generate, install } from './prepare.mjs'
import { node } from './run.mjs'
import { main, Refusal, seconds } from './say.mjs'

const reports = mkdtempSync(join(tmpdir(), 'iam-dojo-test-'))
process.on('exit', () => rmSync(reports, { recursive: true, force: true }))

/** Each phase tells how many tests passed and failed; a phase that breaks is one failure. */
const phases = {
  check: async () => {
    const { check } = await import('./check.mjs')
    for (const name of await check()) broken.push(`check: ${name}`)
  },
  unit: () => vitest('unit', []),
  // The rooms that talk to the database, once more on the other one.
  postgres: () =>
    vitest(
      'postgres',
      ['lib/store', 'lib/operations', 'lib/gate', 'lib/operator', 'scripts/migrate'],
      ['scripts/postgres.mjs', process.execPath],
    ),
  build: () => build(),
  e2e: async () => {
    const { ensureBrowser } = await import('./browser.mjs')
    await ensureBrowser()
    await build()
    await playwright()
  },
}

const counts = { passed: 0, failed: 0, skipped: 0 }
const broken = []

await main(async () => {
  process.chdir(root)
  const wanted = wantedPhases(process.argv.slice(2))
  await install()
  await generate()
  const times = []
  for (const name of wanted) times.push(`${name} ${await timed(name)}`)
  console.log(`\n${times.join(', ')}`)
  if (counts.skipped > 0) console.log(`${counts.skipped} skipped`)
  if (broken.length > 0) console.log(`Failed: ${broken.join('; ')}`)
  console.log(`${counts.passed} passed, ${counts.failed + broken.length} failed`)
  process.exit(counts.failed + broken.length > 0 ? 1 : 0)
})

function wantedPhases(names) {
  const strange = names.find((name) => !(name in phases))
  if (strange) throw new Refusal(`There is no test phase "${strange}": choose from ${Object.keys(phases).join(', ')}.`)
  return names.length > 0 ? names : Object.keys(phases)
}

async function timed(name) {
  console.log(`\n== ${name}`)
  const begun = performance.now()
  try {
    await phases[name]()
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error)
    broken.push(name)
  }
  return seconds(performance.now() - begun)
}

async function vitest(name, folders, wrapper = []) {
  const report = join(reports, `${name}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { code } = await node(
    [...wrapper, 'node_modules/vitest/vitest.mjs', 'run', '--project', 'unit*', ...reporters, ...folders],
    { loud: true },
  )
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'))
  count(name, code, { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests })
}

async function playwright() {
  const report = join(reports, 'e2e.json')
  const { code } = await node(['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json'], {
    loud: true,
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  })
  const { stats } = JSON.parse(readFileSync(report, 'utf8'))
  count('e2e', code, { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped })
}

function count(name, code, { passed, failed, skipped }) {
  counts.passed += passed
  counts.failed += failed
  counts.skipped += skipped
  // A file that cannot be loaded, or a server that does not stop, fails the run without failing any test.
  if (code !== 0 && failed === 0) broken.push(name)
}
