import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { whenChanged } from './fingerprint.mjs'
import { root } from './place.mjs'
import { node, npm, tail } from './run.mjs'
import { Refusal, step } from './say.mjs'

// Nothing of ours calls home, and neither do the tools.
Object.assign(process.env, { NEXT_TELEMETRY_DISABLED: '1', CHECKPOINT_DISABLE: '1' })

/** Installs the packages when the lock file names others than are there. */
export async function install() {
  if (isInstalled()) return
  await step('installing packages (about a minute)', async () => {
    // The tools that build are development packages, whatever NODE_ENV says.
    const flags = ['--include=dev', '--loglevel=error', '--no-audit', '--no-fund']
    const exact = await npm(['ci', ...flags])
    if (exact.code === 0) return
    // A registry that filters packages makes `npm ci` refuse the lock; a plain install takes what there is.
    const plain = await npm(['install', '--no-save', ...flags])
    if (plain.code === 0) return
    throw new Refusal(`${tail(plain.output)}\n\nThe packages could not be installed; npm's own words are above.`)
  })
}

/** Writes the database clients from the models when they changed. */
export async function generate() {
  const { generate } = await import('./generate.mjs')
  generate({ log: (line) => console.log(`  ${line}`) })
}

const pageSources = ['app', 'components', 'lib', 'labs', 'prisma', 'public', 'instrumentation.ts', 'next.config.ts']

/** Builds the pages when their sources changed. */
export const build = () =>
  whenChanged({
    // Not tsconfig.json: the build itself edits it.
    sources: [...pageSources, 'postcss.config.mjs', 'package-lock.json'],
    product: '.next/BUILD_ID',
    mark: '.next/.sources',
    work: () => step('building the pages (about a minute)', nextBuild),
  })

async function nextBuild() {
  const env = { ...process.env, NODE_ENV: 'production' }
  const { code, output } = await node(['node_modules/next/dist/bin/next', 'build'], { env })
  if (code === 0) return
  // A failed build leaves its failures in the bundler's cache, where they outlive their cause.
  rmSync(join(root, '.next/cache'), { recursive: true, force: true })
  throw new Refusal(`${tail(output, 60)}\n\nThe pages could not be built; the builder's own words are above.`)
}

/** Compares with the list that npm keeps of what it installed, so an install by hand counts as well as ours. */
function isInstalled() {
  try {
    const demanded = packagesOf('package-lock.json')
    const present = packagesOf('node_modules/.package-lock.json')
    return Object.entries(demanded).every(
      ([path, { version, optional }]) => path === '' || optional || present[path]?.version === version,
    )
  } catch {
    return false
  }
}

const packagesOf = (lock) => JSON.parse(readFileSync(join(root, lock), 'utf8')).packages
