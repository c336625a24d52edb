import { describe, expect, it } from 'vitest'
import { tagProblems } from './tags'

const problems = (...keys: string[]) => tagProblems(keys.map((key) => ({ Key: key, Value: '' })))

describe('tagProblems', () => {
  it('finds nothing wrong with a key and an empty value', () => {
    expect(tagProblems([{ Key: 'team', Value: '' }])).toEqual([null])
  })

  it('marks every row of a duplicate', () => {
    expect(problems('a', 'b', 'a').map((one) => one?.Key)).toEqual([
      'There is another tag with this key',
      undefined,
      'There is another tag with this key',
    ])
  })

  it('compares keys without case where the resource does', () => {
    expect(problems('Team', 'team')).toEqual([null, null])
    const tags = [
      { Key: 'Team', Value: '' },
      { Key: 'team', Value: '' },
    ]
    expect(tagProblems(tags, { ignoreCase: true }).every((one) => one?.Key)).toBe(true)
  })

  it('refuses reserved, empty, long and odd keys and values', () => {
    expect(problems('aws:x')[0]?.Key).toContain('reserved')
    expect(problems('')[0]?.Key).toContain('needs a key')
    expect(problems('k'.repeat(129))[0]?.Key).toContain('128')
    expect(problems('k#')[0]?.Key).toContain('Use up to 128')
    expect(tagProblems([{ Key: 'k', Value: 'v'.repeat(257) }])[0]?.Value).toContain('256')
  })

  it('takes letters of any script', () => {
    expect(tagProblems([{ Key: 'équipe', Value: '開発' }])).toEqual([null])
  })
})
