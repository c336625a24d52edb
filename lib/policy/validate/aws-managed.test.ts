import { describe, expect, it } from 'vitest'
import { actionCatalogue } from '../../aws/catalogue/actions'
import { managedPolicies, managedPolicyDocument } from '../../aws/catalogue/managed-policies'
import { compile } from '../compile'
import { saveError, validate } from '.'

const catalogue = actionCatalogue()
const documents = managedPolicies().map(({ arn, name }) => ({ name, text: managedPolicyDocument(arn) ?? '' }))

describe('the AWS managed policies', () => {
  it('can all be saved', () => {
    const refused = documents.map(({ name, text }) => [name, saveError(text, 'identity')?.message])
    expect(refused.filter(([, message]) => message)).toEqual([])
  })

  it('have few errors', () => {
    const found: Record<string, Record<string, string>> = {}
    for (const { name, text } of documents) {
      for (const { code, type, message } of validate(text, 'identity', catalogue)) {
        found[`${type} ${code}`] ??= {}
        if (Object.keys(found[`${type} ${code}`]).length < 400) found[`${type} ${code}`][message] = name
      }
    }
    require('node:fs').writeFileSync('/tmp/found.json', JSON.stringify(found, null, 1))
  })
})
