// Decisions per second, side by side with other engines: `npm run bench:policy`. Every engine must give the right
// answer to every question of a set before its time on that set is taken.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { rolldown } from 'rolldown'
import { root } from '../place.mjs'
import { casbin, cedar, ours, pbac, requestOf, textsOf } from './policy-engines.mjs'
import { report } from './policy-report.mjs'
import { documentOf, sets } from './policy-sets.mjs'

const SECONDS = Number(process.env.BENCH_SECONDS ?? 1)
const ROUNDS = 3

/** The engine as plain JavaScript, in a folder that is gone afterwards. */
async function loadEngine() {
  const folder = await mkdtemp(join(tmpdir(), 'iam-dojo-bench-'))
  const load = async (name) => {
    const bundle = await rolldown({ input: join(root, 'lib/policy', `${name}.ts`), resolve: { alias: { '@': root } } })
    await bundle.write({ file: join(folder, `${name}.mjs`), format: 'esm' })
    return import(pathToFileURL(join(folder, `${name}.mjs`)))
  }
  try {
    return { engine: await load('index'), reference: await load('reference') }
  } finally {
    await rm(folder, { recursive: true })
  }
}

function check(set, name, answer, expected) {
  set.questions.forEach((question, i) => {
    if (answer(i) === expected[i]) return
    throw new Error(`${name} is wrong in ${set.name}: ${JSON.stringify(question)} should be ${expected[i]}`)
  })
}

/** Decisions per second of processor time, all questions in turn: other work on the machine hardly counts. */
function throughput(answer, questions) {
  let count = 0
  const started = process.cpuUsage()
  const until = performance.now() + SECONDS * 1000
  while (performance.now() < until) {
    for (let i = 0; i < questions; i++) answer(i)
    count += questions
  }
  const { user, system } = process.cpuUsage(started)
  return (count / (user + system)) * 1_000_000
}

/** Microseconds of single decisions, the clock's own 0.05 included. */
function latency(answer, questions) {
  const times = []
  const until = performance.now() + (SECONDS * 1000) / 2
  while (performance.now() < until && times.length < 200_000) {
    for (let i = 0; i < questions; i++) {
      const started = process.hrtime.bigint()
      answer(i)
      times.push(Number(process.hrtime.bigint() - started) / 1000)
    }
  }
  times.sort((a, b) => a - b)
  return { p50: times[Math.floor(times.length * 0.5)], p99: times[Math.floor(times.length * 0.99)] }
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]

async function measure(set, { engine, reference }) {
  const texts = textsOf(set)
  const expected = set.questions.map((each) => reference.referenceDecide(requestOf(each), texts).effect === 'allowed')
  const engines = {
    'IAM Dojo': ours(engine, set),
    cedar: cedar(set),
    pbac: pbac(set),
    casbin: await casbin(set),
  }
  for (const [name, answer] of Object.entries(engines)) check(set, name, answer, expected)
  const rates = new Map(Object.keys(engines).map((name) => [name, []]))
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [name, answer] of Object.entries(engines)) {
      const rate = throughput(answer, set.questions.length)
      // The first round only warms up.
      if (round > 0) rates.get(name).push(rate)
    }
  }
  const results = Object.entries(engines).map(([name, answer]) => ({
    name,
    rate: median(rates.get(name)),
    ...latency(answer, set.questions.length),
  }))
  const count = [...set.identity, ...(set.boundary ?? [])].flat().length
  return {
    name: set.name,
    statements: count,
    allowed: expected.filter(Boolean).length,
    asked: expected.length,
    results,
  }
}

/**
 * Microseconds of processor time to compile a document of 6 KB, and to compile it and answer a first question with it: some
 * of the reading waits until then. Always a new text, so that nothing is remembered. Beside it what JSON.parse takes for the
 * same texts in the same rounds: the machine's own speed changes by half from one to the next.
 */
function compileTime({ compile, combine, decide }, { identity, questions }) {
  const statements = identity.flat()
  let text = ''
  for (let n = 1; text.length < 6_000; n++) text = JSON.stringify(documentOf(statements.slice(0, n)))
  // One that comes to resources and to a condition.
  const request = requestOf(questions.find(({ action }) => action === 'sqs:CreateQueue'))
  const compiled = (each) => {
    const policy = compile(each, 'identity')
    if (!policy.valid) throw new Error('the document must compile')
    return policy
  }
  const works = {
    plain: JSON.parse,
    compile: compiled,
    first: (each) => {
      const identity = combine([{ source: { id: 'first' }, policy: compiled(each) }])
      if (decide(request, { identity }).effect !== 'allowed') throw new Error('the question must be allowed')
    },
  }
  const times = { plain: [], compile: [], first: [] }
  for (let round = 0; round < 60; round++) {
    const texts = Array.from({ length: 100 }, (_, i) =>
      text.replace('2012-10-17",', `2012-10-17","Id":"${round}-${i}",`),
    )
    for (const [name, work] of Object.entries(works)) times[name].push(timeEach(texts, work))
  }
  // The first rounds only warm up.
  const warm = (name) => times[name].slice(20)
  return {
    size: text.length,
    best: Math.min(...warm('compile')),
    median: median(warm('compile')),
    first: median(warm('first')),
    plain: median(warm('plain')),
  }
}

function timeEach(texts, work) {
  const started = process.cpuUsage()
  for (const each of texts) work(each)
  const { user, system } = process.cpuUsage(started)
  return (user + system) / texts.length
}

const loaded = await loadEngine()
const all = sets()
// First of all: after the peers have run, their garbage would be collected on its time.
const compiling = compileTime(loaded.engine, all[1])
const results = []
for (const set of all) {
  results.push(await measure(set, loaded))
  console.log(results.at(-1).name, results.at(-1).results)
}
await report(results, compiling)
