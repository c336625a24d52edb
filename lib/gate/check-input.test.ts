import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { integer, keyStatus, roleSessionName, tags, text } from '@/lib/operations/shapes'
import { checkInput } from './check-input'

const word = text({ min: 2, max: 4, pattern: /^\w+$/, text: '[\\w]+' })
const input = z.object({ Word: word, Status: keyStatus, Tags: tags.optional(), MaxItems: integer(1, 9).optional() })
const right = { Word: 'abc', Status: 'Active' }

const told = (service: string, given: object, schema: z.ZodType = input) => {
  try {
    return checkInput({ service, input: schema }, given)
  } catch (error) {
    return (error as Error).message
  }
}

const must = 'failed to satisfy constraint: Member must'

describe('checkInput', () => {
  it.each([
    ['a value that is missing', { Word: undefined }, `Value null at 'word' ${must} not be null`],
    ['a choice that is missing', { Status: undefined }, `Value null at 'status' ${must} not be null`],
    ['another choice', { Status: 'Open' }, `Value at 'status' ${must} satisfy enum value set: [Active, Inactive]`],
    ['a long value', { Word: 'abcde' }, `Value at 'word' ${must} have length less than or equal to 4`],
    ['a broken pattern', { Word: 'a b' }, `Value at 'word' ${must} satisfy regular expression pattern: [\\w]+`],
    ['a small number', { MaxItems: 0 }, `Value at 'maxItems' ${must} have value greater than or equal to 1`],
    [
      'a place in a list',
      { Tags: [{ Key: 'a', Value: '' }, { Value: '' }] },
      `Value null at 'tags.2.member.key' ${must} not be null`,
    ],
  ])("answers AWS's text for %s", (_, wrong, constraint) => {
    expect(told('iam', { ...right, ...wrong })).toBe(`1 validation error detected: ${constraint}`)
  })

  it('counts all of them, and quotes values where STS would', () => {
    expect(told('sts', { Word: '', Status: 'Open' })).toBe(
      `3 validation errors detected: Value '' at 'word' ${must} have length greater than or equal to 2; ` +
        `Value '' at 'word' ${must} satisfy regular expression pattern: [\\w]+; ` +
        `Value 'Open' at 'status' ${must} satisfy enum value set: [Active, Inactive]`,
    )
    const session = z.object({ RoleSessionName: roleSessionName })
    expect(told('sts', { RoleSessionName: 'Session1:2' }, session)).toBe(
      `1 validation error detected: Value 'Session1:2' at 'roleSessionName' ${must} satisfy regular expression pattern: [\\w+=,.@-]*`,
    )
  })

  it('repeats no value that is long: it may be a token', () => {
    const token = 'x'.repeat(257)
    expect(told('sts', { ...right, Word: token.slice(1) })).toContain(`Value '${token.slice(1)}' at 'word'`)
    expect(told('sts', { ...right, Word: token })).toBe(
      `1 validation error detected: Value at 'word' ${must} have length less than or equal to 4`,
    )
  })
})
