import { describe, expect, it } from 'vitest'
import { noPolicyAllows } from '../testing/expected'
import { allow, documentOf, labWith } from '../testing/lab'
import { getContextKeysForCustomPolicy } from './get-context-keys-for-custom-policy'

const PolicyInputList = [
  documentOf(
    allow('s3:GetObject', 'arn:aws:s3:::notes/${aws:username}/*', { Bool: { 'aws:SecureTransport': 'true' } }),
  ),
  documentOf(allow('s3:GetObject', '*', { Bool: { 'AWS:securetransport': 'true' } })),
]

describe('GetContextKeysForCustomPolicy', () => {
  it('lists each key once, variables among them', async () => {
    const lab = await labWith({ ann: allow('iam:GetContextKeysForCustomPolicy') })
    expect(await lab.as('ann').perform(getContextKeysForCustomPolicy, { PolicyInputList })).toEqual({
      ContextKeyNames: ['aws:username', 'aws:SecureTransport'],
    })
  })

  it('answers InvalidInput for a document that could not be saved', async () => {
    const lab = await labWith()
    const call = lab.root.perform(getContextKeysForCustomPolicy, { PolicyInputList: [...PolicyInputList, '{'] })
    await expect(call).rejects.toMatchObject({
      code: 'InvalidInput',
      message: 'Invalid policy document PolicyInputList.3: Syntax errors in policy.',
    })
  })

  it('is refused to those who may not', async () => {
    const lab = await labWith({ ann: [] })
    const call = lab.as('ann').perform(getContextKeysForCustomPolicy, { PolicyInputList })
    await expect(call).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('ann'), 'iam:GetContextKeysForCustomPolicy', '*'),
    )
  })
})
