import { describe, expect, it } from 'vitest'
import { actionCatalogue } from '@/lib/aws/catalogue/actions'
import { managedPolicies, managedPolicyDocument } from '@/lib/aws/catalogue/managed-policies'
import { compile } from '../compile'
import { saveError, validate } from '.'

const catalogue = actionCatalogue()
const documents = managedPolicies().map(({ arn, name }) => ({ name, text: managedPolicyDocument(arn) ?? '' }))

/**
 * Where the service data is behind, or AWS itself has slipped (`statemachine`, retired services), an error is right.
 * The numbers are policies with such an error; they change with the data, and should go down.
 */
const tolerated: Record<string, number> = {
  INVALID_ACTION: 7,
  INVALID_ARN_RESOURCE: 43,
  INVALID_GLOBAL_CONDITION_KEY: 1,
  INVALID_SERVICE_CONDITION_KEY: 3,
  INVALID_SERVICE_IN_ACTION: 24,
  MISSING_QUALIFIER: 3,
}

// All 1,594 of them: a second or two on a machine that has nothing else to do.
describe('the AWS managed policies', { timeout: 60_000 }, () => {
  it('compile', () => {
    for (const { text } of documents) expect(() => compile(text, 'identity')).not.toThrow()
  })

  it('could all be saved', () => {
    const refused = documents.map(({ name, text }) => `${name}: ${saveError(text, 'identity')?.message}`)
    expect(refused.filter((line) => !line.endsWith(': undefined'))).toEqual([])
  })

  it('get no error that a real policy should not get', () => {
    const found: Record<string, Set<string>> = {}
    for (const { name, text } of documents) {
      for (const { code, type } of validate(text, 'identity', catalogue)) {
        if (type === 'ERROR') found[code] = (found[code] ?? new Set()).add(name)
      }
    }
    const counts = Object.entries(found).map(([code, names]) => [code, names.size])
    expect(Object.fromEntries(counts)).toEqual(tolerated)
  })
})
