import './node-version.mjs'
import { existsSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from './place.mjs'
import { generate, install } from './prepare.mjs'
import { node, tail } from './run.mjs'
import { main, Refusal, seconds } from './say.mjs'

const bin = (path) => `node_modules/${path}`
const cruised = ['app', 'components', 'e2e', 'instrumentation.ts', 'lib', 'scripts', 'server.mjs']

// The longest first, so that no core waits for it alone at the end.
const checks = {
  boundaries: () => [
    bin('dependency-cruiser/bin/dependency-cruise.mjs'),
    '--config',
    '.dependency-cruiser.mjs',
    ...present(cruised),
  ],
  'unused code': () => [bin('knip/bin/knip.js'), '--no-progress'],
  types: () => [bin('typescript7/bin/tsc'), '--noEmit', '--project', 'tsconfig.check.json'],
  style: () => [bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '--colors=off'],
  sizes: () => ['scripts/sizes.mjs'],
}

/** Runs every check of the source and tells the names of those that failed. */
export async function check() {
  // The compiler needs Next's declarations of styles and routes, and those of the last build name pages that are gone.
  await node([bin('next/dist/bin/next'), 'typegen'])
  const waiting = Object.entries(checks)
  const failed = []
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) if (!(await passes(...next))) failed.push(next[0])
  }
  await Promise.all(cpus().map(worker))
  return failed
}

async function passes(name, parameters) {
  const begun = performance.now()
  const { code, output } = await node(parameters())
  const time = seconds(performance.now() - begun)
  console.log(`  ${name.padEnd(12)} ${code === 0 ? 'ok' : 'FAILED'}  ${time}`)
  if (code !== 0) console.log(`${tail(output, 80)}\n`)
  return code === 0
}

const present = (paths) => paths.filter((path) => existsSync(join(root, path)))

if (process.argv[1] === fileURLToPath(import.meta.url))
  await main(async () => {
    const begun = performance.now()
    process.chdir(root)
    await install()
    await generate()
    const failed = await check()
    console.log(`  checked in ${seconds(performance.now() - begun)}`)
    if (failed.length > 0) throw new Refusal(`Failed: ${failed.join(', ')}.`)
  })
