import { describe, expect, it } from 'vitest'
import { referenceDecide } from './reference'
import { readCases } from './testing/cases'
import { decideTexts } from './testing/decide-texts'

const cases = readCases()
const files = [...new Set(cases.map(({ file }) => file))]

describe.each(files)('%s', (file) => {
  const own = cases.filter((each) => each.file === file)

  it.each(own)('$name', ({ request, documents, expect: wanted }) => {
    const decision = decideTexts(request, documents)
    const because = decision.matched.map(({ layer, source, index }) => `${layer}:${source.id}#${index}`)
    expect(decision.effect, 'the engine').toBe(wanted.effect)
    expect(referenceDecide(request, documents).effect, 'the reference').toBe(wanted.effect)
    if (wanted.layer !== undefined) expect(decision.layer).toBe(wanted.layer)
    if (wanted.layers !== undefined) expect(decision.layers).toMatchObject(wanted.layers)
    if (wanted.because !== undefined) expect(because.sort()).toEqual([...wanted.because].sort())
  })
})

describe('the cases', () => {
  it('say where each fact was seen', () => {
    expect(cases.filter(({ seen }) => !seen)).toEqual([])
  })

  it('have names of their own', () => {
    const names = cases.map(({ file, name }) => `${file}: ${name}`)
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
  })
})
