import { describe, expect, it } from 'vitest'
import { MAX_DEPTH, parseDocument, positionAt, spanAt } from '.'
import { parseJson } from './json'

const faultOf = (text: string) => parseJson(text).fault

describe('parseJson', () => {
  it('reads every kind of value with its offsets', () => {
    const text = ' {"a": [1, -2.5e3, true, false, null, "x\\u00e9\\n"], "b": {}, "c": []} '
    const { root, fault, duplicates } = parseJson(text)
    expect(fault).toBeNull()
    expect(duplicates).toEqual([])
    if (root?.type !== 'object') throw new Error('an object was expected')
    const [a, b, c] = root.members
    expect(a?.value.type === 'array' && a.value.items.map((item) => 'value' in item && item.value)).toEqual([
      1,
      -2500,
      true,
      false,
      null,
      'xé\n',
    ])
    expect(text.slice(a?.value.start, a?.value.end)).toBe('[1, -2.5e3, true, false, null, "x\\u00e9\\n"]')
    expect([b?.key, b?.value.type, c?.value.type]).toEqual(['b', 'object', 'array'])
    expect(text.slice(root.start, root.end)).toBe(text.trim())
  })

  it.each([
    ['', 0],
    ['{', 1],
    ['{"a" 1}', 5],
    ['{"a": }', 6],
    ['{"a": 1,}', 7],
    ['[1,]', 2],
    ['[1 2]', 3],
    ['[}', 1],
    ['{]', 1],
    ['[,1]', 1],
    ["{'a': 1}", 1],
    ['{"a": 01}', 7],
    ['{"a": tru}', 6],
    ['"a\nb"', 2],
    ['"a', 0],
    ['"\\x"', 1],
    ['"\\u12G4"', 1],
    ['{} {}', 3],
    ['\ufeff{}', 0],
    ['{"a": 1 // no\n}', 8],
    ['{"a": [1}', 8],
    ['{"a": 1\n\n', 7],
  ])('points at the fault in %j', (text, offset) => {
    expect(faultOf(text)?.offset).toBe(offset)
    expect(() => JSON.parse(text)).toThrow()
  })

  it('finds repeated keys, escaped ones too, in small and large objects', () => {
    expect(parseJson('{"a": 1, "\\u0061": 2, "b": {"c": 1, "c": 2}}').duplicates.map((each) => each.key)).toEqual([
      'c',
      'a',
    ])
    const many = `{${Array.from({ length: 20 }, (_, i) => `"k${i}": 1`).join()}, "k3": 2}`
    expect(parseJson(many).duplicates.map((each) => each.key)).toEqual(['k3'])
  })

  it('refuses deep nesting instead of overflowing', () => {
    expect(faultOf('['.repeat(MAX_DEPTH) + ']'.repeat(MAX_DEPTH))).toBeNull()
    expect(faultOf('['.repeat(100_000))?.offset).toBe(MAX_DEPTH)
    expect(faultOf('{"a":'.repeat(100_000))?.message).toMatch(/nested/)
  })
})

describe('parseDocument', () => {
  it('lists statements, one or many, with lone values as lists of one', () => {
    const one = parseDocument(
      '{"Version":"2012-10-17","Statement":{"Sid":"A","Effect":"Allow","Action":"s3:*","Resource":["*","x"]}}',
    )
    expect(one).toMatchObject({ version: '2012-10-17', malformed: false })
    expect(one.statements).toHaveLength(1)
    expect(one.statements[0]).toMatchObject({ index: 0, sid: 'A', effect: 'Allow' })
    expect(one.statements[0]?.action?.entries.map((entry) => entry.text)).toEqual(['s3:*'])
    expect(one.statements[0]?.resource?.entries.map((entry) => entry.text)).toEqual(['*', 'x'])
  })

  it('reads principals and conditions flat, numbers and booleans as text', () => {
    const { statements } = parseDocument(
      '{"Statement":[{"Effect":"Deny","NotPrincipal":{"AWS":["1","2"],"Service":"s"},"NotAction":[],"Condition":{"Bool":{"a":true},"NumericEquals":{"b":[10,"x"],"__proto__":1}}}]}',
    )
    const statement = statements[0]
    expect(statement?.notPrincipal?.entries.map((each) => `${each.type} ${each.text}`)).toEqual([
      'AWS 1',
      'AWS 2',
      'Service s',
    ])
    expect(
      statement?.condition?.map((each) => [each.operator, each.key, each.values.map((value) => value.text)]),
    ).toEqual([
      ['Bool', 'a', ['true']],
      ['NumericEquals', 'b', ['10', 'x']],
      ['NumericEquals', '__proto__', ['1']],
    ])
    expect(statement?.malformed).toBe(false)
  })

  it.each([
    '[]',
    '1',
    '{}',
    '{"Statement":[1]}',
    '{"Statement":{"Action":1}}',
    '{"Statement":{"Principal":"x"}}',
    '{"Statement":{"Condition":[]}}',
    '{"Statement":{"Condition":{"Bool":"x"}}}',
    '{"Statement":{"Extra":1}}',
    '{"Extra":1,"Statement":{}}',
    '{"Version":2012,"Statement":{}}',
  ])('marks %s as malformed', (text) => {
    expect(parseDocument(text).malformed).toBe(true)
  })
})

describe('positionAt', () => {
  it('counts lines and columns from one, whatever ends a line', () => {
    const text = 'a\nbc\r\nd\re'
    const at = (offset: number) => [positionAt(text, offset).line, positionAt(text, offset).column]
    expect([at(0), at(1), at(2), at(4), at(6), at(8), at(99)]).toEqual([
      [1, 1],
      [1, 2],
      [2, 1],
      [2, 3],
      [3, 1],
      [4, 1],
      [4, 2],
    ])
    expect(spanAt(text, { start: 2, end: 4 }).end).toEqual({ offset: 4, line: 2, column: 3 })
  })
})
