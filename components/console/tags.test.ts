import { describe, expect, it } from 'vitest'
import { tagProblems } from './tags'

const problems = (...keys: string[]) => tagProblems(keys.map((key) => ({ key, value: '' })))

describe('tagProblems', () => {
  it('finds nothing wrong with a key and an empty value', () => {
    expect(tagProblems([{ key: 'team', value: '' }])).toEqual([null])
  })

  it('marks every row of a duplicate', () => {
    expect(problems('a', 'b', 'a').map((one) => one?.key)).toEqual([
      'There is another tag with this key.',
      undefined,
      'There is another tag with this key.',
    ])
  })

  it('compares keys without case where the resource does', () => {
    expect(problems('Team', 'team')).toEqual([null, null])
    const tags = [
      { key: 'Team', value: '' },
      { key: 'team', value: '' },
    ]
    expect(tagProblems(tags, { ignoreCase: true }).every((one) => one?.key)).toBe(true)
  })

  it('refuses reserved, empty, long and odd keys and values', () => {
    expect(problems('aws:x')[0]?.key).toContain('reserved')
    expect(problems('')[0]?.key).toContain('needs a key')
    expect(problems('k'.repeat(129))[0]?.key).toContain('128')
    expect(problems('k#')[0]?.key).toContain('Use letters')
    expect(tagProblems([{ key: 'k', value: 'v'.repeat(257) }])[0]?.value).toContain('256')
  })

  it('takes letters of any script', () => {
    expect(tagProblems([{ key: 'équipe', value: '開発' }])).toEqual([null])
  })
})
