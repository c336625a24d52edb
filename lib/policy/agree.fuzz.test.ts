import { expect, it } from 'vitest'
import { expectAgreement } from './testing/agree'

const BATCH = 10_000
const runs = Number(process.env.FUZZ_RUNS ?? 1_000_000)
const first = Number(process.env.FUZZ_SEED ?? Date.now() & 0x7fffffff)

it(`the engine and the second opinion agree on ${runs} questions`, async () => {
  const total = { allowed: 0, implicitDeny: 0, explicitDeny: 0 }
  // In batches, each with the next seed: between them the runner may report, and the seeds are on the screen.
  for (let done = 0, seed = first; done < runs; done += BATCH, seed++) {
    const counts = expectAgreement(Math.min(BATCH, runs - done), seed)
    for (const effect of ['allowed', 'implicitDeny', 'explicitDeny'] as const) total[effect] += counts[effect]
    console.info(`seed ${seed}: ${Math.min(done + BATCH, runs)} of ${runs}, ${JSON.stringify(total)}`)
    await new Promise(setImmediate)
  }
  expect(total.allowed + total.implicitDeny + total.explicitDeny).toBe(runs)
})
