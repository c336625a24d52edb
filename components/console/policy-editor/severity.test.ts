import { describe, expect, it } from 'vitest'
import type { Finding, FindingType } from '@/lib/policy/types'
import { countWords, findingsIn, findingTitle } from './severity'

const finding = (type: FindingType, code = 'INVALID_ACTION'): Finding => {
  const place = { offset: 0, line: 1, column: 1 }
  return { type, code, message: '', advice: '', path: [], span: { start: place, end: place } }
}

describe('findings by tab', () => {
  it('puts every type into exactly one tab, hints among the suggestions', () => {
    const all = (['ERROR', 'SECURITY_WARNING', 'WARNING', 'SUGGESTION', 'HINT'] as const).map((type) => finding(type))
    const counts = (['security', 'errors', 'warnings', 'suggestions'] as const).map(
      (tab) => findingsIn(tab, all).length,
    )
    expect(counts).toEqual([1, 1, 1, 2])
  })

  it('counts in words', () => {
    expect(countWords('errors', 1)).toBe('1 error')
    expect(countWords('suggestions', 2)).toBe('2 suggestions')
    expect(countWords('security', 2)).toBe('2 security')
  })

  it('makes a title of a code', () => {
    expect(findingTitle(finding('ERROR'))).toBe('Invalid action')
  })
})
