import { describe, expect, it } from 'vitest'
import { tidy, withNewStatement } from './edit-text'

const statements = (text: string | null) => (JSON.parse(text ?? 'null') as { Statement: { Sid?: string }[] }).Statement

describe('tidy', () => {
  it('indents by two and leaves the values alone', () => {
    expect(tidy('{"Version":"2012-10-17"}')).toBe('{\n  "Version": "2012-10-17"\n}')
  })

  it('leaves broken JSON as it is', () => {
    expect(tidy('{"a": ')).toBe('{"a": ')
  })

  it('keeps duplicate keys, which are a finding and no typing mistake of ours', () => {
    expect(tidy('{"a":1,"a":2}').match(/"a"/g)).toHaveLength(2)
  })
})

describe('withNewStatement', () => {
  it('adds to a list', () => {
    expect(statements(withNewStatement('{"Statement":[{"Sid":"One"}]}')).map((one) => one.Sid)).toEqual([
      'One',
      'Statement2',
    ])
  })

  it('makes a list of a single statement', () => {
    expect(statements(withNewStatement('{"Statement":{"Sid":"One"}}'))).toHaveLength(2)
  })

  it('starts a policy where there is none', () => {
    expect(statements(withNewStatement('  '))).toHaveLength(1)
  })

  it('does nothing to broken JSON', () => {
    expect(withNewStatement('{"Statement":[')).toBeNull()
    expect(withNewStatement('[]')).toBeNull()
  })
})
