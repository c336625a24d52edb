import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { root } from '../place.mjs'

const START = '<!-- bench:policy -->'
const END = '<!-- /bench:policy -->'
const require = createRequire(import.meta.url)
const version = (name) =>
  JSON.parse(require('node:fs').readFileSync(join(root, 'node_modules', name, 'package.json'))).version

const whole = (value) => Math.round(value).toLocaleString('en')
const micro = (value) => (value < 100 ? value.toFixed(1) : whole(value))

/** Prints the tables and puts them between the markers of docs/benchmarks.md. */
export async function report(sets, compile) {
  const text = [summary(sets), ...sets.map(table), cost(sets), compiling(compile), machine()].join('\n\n')
  console.log(`\n${text}`)
  const file = join(root, 'docs/benchmarks.md')
  const old = await readFile(file, 'utf8').catch(() => '# Benchmarks\n')
  await writeFile(file, insert(old, text))
}

function insert(old, text) {
  const section = `${START}\n${text}\n${END}`
  const [start, end] = [old.indexOf(START), old.indexOf(END)]
  if (start < 0 || end < 0) return `${old.trimEnd()}\n\n## Policy decisions\n\n${section}\n`
  return old.slice(0, start) + section + old.slice(end + END.length)
}

const peers = ({ results }) => results.slice(1)
const best = (set) => peers(set).reduce((a, b) => (a.rate > b.rate ? a : b))

function summary(sets) {
  const rows = sets.map((set) => {
    const peer = best(set)
    const [own] = set.results
    return `| ${set.name} | ${whole(own.rate)} | ${peer.name}, ${whole(peer.rate)} | ${whole(own.rate / peer.rate)}x |`
  })
  const intro =
    'Decisions per second of processor time, one thread. Every engine gets the same questions and prepares all that its interface lets it ' +
    'prepare; every answer is compared with `lib/policy/reference.ts` before anything is timed.'
  return [intro, '', '| set | IAM Dojo | best peer | ratio |', '|---|---|---|---|', ...rows].join('\n')
}

function table(set) {
  const rows = set.results.map(
    ({ name, rate, p50, p99 }) => `| ${name} | ${whole(rate)} | ${micro(p50)} | ${micro(p99)} |`,
  )
  const title = `**${set.name}** - ${whole(set.statements)} statements, ${set.asked} questions, ${set.allowed} allowed`
  return [title, '', '| engine | decisions/s | p50 (us) | p99 (us) |', '|---|---|---|---|', ...rows].join('\n')
}

function cost(sets) {
  const [c, d] = sets.slice(-2).map((set) => set.results[0].rate)
  return `Ten times the statements cost ${(c / d).toFixed(2)} times as much: ${whole(c)} against ${whole(d)} a second.`
}

const compiling = ({ size, best, median, first, plain }) =>
  `Compiling a document of ${whole(size)} characters takes ${micro(median)} us of processor time (median of 40 rounds of 100 different texts; ${micro(best)} in the best round), ${times(median, plain)} what JSON.parse takes for the same texts in the same rounds (${micro(plain)} us). Resources and conditions are cut into tokens when a question first comes to them, so here is the whole way too: compiling, indexing and the first decision together take ${micro(first)} us, ${times(first, plain)}.`

const times = (value, plain) => `${(value / plain).toFixed(1)} times`

function machine() {
  const packages = ['@cedar-policy/cedar-wasm', 'casbin', 'pbac'].map((name) => `${name} ${version(name)}`)
  return `${cpus()[0].model}, ${cpus().length} cores; Node ${process.versions.node}; ${packages.join(', ')}. Run: \`npm run bench:policy\`.`
}
