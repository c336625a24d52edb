import { describe, expect, it } from 'vitest'
import { syntaxFindings } from './syntax'

describe('syntaxFindings', () => {
  it('has nothing to say about JSON, whatever it means', () => {
    expect(syntaxFindings('{ "Version": "1999" }')).toEqual([])
  })

  it('points to the place where reading stopped', () => {
    const [finding, ...others] = syntaxFindings('{\n  "Version": oops\n}')
    expect(finding).toMatchObject({
      type: 'ERROR',
      code: 'JSON_SYNTAX_ERROR',
      span: { start: { line: 2, column: 14 } },
    })
    expect(others).toEqual([])
  })
})
