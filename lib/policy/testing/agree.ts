import fc from 'fast-check'
import { referenceDecide } from '../reference'
import type { Verdict } from '../types'
import { decideTexts } from './decide-texts'
import { printed, type Question, question } from './generators'

function answers({ request, documents }: Question) {
  const { effect, layers } = decideTexts(request, documents)
  const fast = { effect, layers }
  const plain = referenceDecide(request, documents)
  const show = (answer: typeof fast) => `${answer.effect} ${JSON.stringify(answer.layers)}`
  return { effect, fast: show(fast), plain: show(plain) }
}

/** Asks `numRuns` generated questions and counts the verdicts; throws with the smallest question that divides the two. */
export function expectAgreement(numRuns: number, seed?: number): Record<Verdict, number> {
  const counts: Record<Verdict, number> = { allowed: 0, implicitDeny: 0, explicitDeny: 0 }
  const property = fc.property(question, (asked) => {
    const { effect, fast, plain } = answers(asked)
    counts[effect]++
    return fast === plain
  })
  const result = fc.check(property, { numRuns, ...(seed === undefined ? {} : { seed }) })
  if (!result.failed) return counts
  const where = `seed ${result.seed}, path ${result.counterexamplePath}, after ${result.numRuns} runs`
  const [smallest] = result.counterexample ?? []
  const cause = result.errorInstance
  if (!smallest || !String(cause).includes('returning false')) throw new Error(where, { cause })
  const { fast, plain } = answers(smallest)
  throw new Error(`${where}\nengine:    ${fast}\nreference: ${plain}\n${printed(smallest)}`)
}
