import { describe, expect, it } from 'vitest'
import { encodeAuthorizationMessage } from '../nouns/authorization-message'
import { noPolicyAllows } from '../testing/expected'
import { allow, deny, labWith } from '../testing/lab'
import { decodeAuthorizationMessage } from './decode-authorization-message'
import { getAccessKeyInfo } from './get-access-key-info'
import { getCallerIdentity } from './get-caller-identity'

describe('GetCallerIdentity', () => {
  it('answers everybody, whatever the policies say', async () => {
    const lab = await labWith({ ann: deny('*') })
    const ann = await lab.store().users.find('ann')
    const who = { Account: lab.account, Arn: lab.userArn('ann'), UserId: ann?.id }
    expect(await lab.as('ann').perform(getCallerIdentity, {})).toEqual(who)
    const root = { Account: lab.account, Arn: `arn:aws:iam::${lab.account}:root`, UserId: lab.account }
    expect(await lab.root.perform(getCallerIdentity, {})).toEqual(root)
  })
})

describe('GetAccessKeyInfo', () => {
  it('reads the account from the ID', async () => {
    const lab = await labWith({ ann: [] })
    const input = { AccessKeyId: 'ASIAQNZGKIQY56JQ7WML' }
    expect(await lab.root.perform(getAccessKeyInfo, input)).toEqual({ Account: '029608264753' })
    await expect(lab.root.perform(getAccessKeyInfo, { AccessKeyId: 'AROAIOSFODNN7EXAMPLE' })).rejects.toMatchObject({
      code: 'ValidationError',
    })
    await expect(lab.as('ann').perform(getAccessKeyInfo, input)).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('ann'), 'sts:GetAccessKeyInfo', '*'),
    )
  })
})

describe('DecodeAuthorizationMessage', () => {
  const message = {
    allowed: false,
    explicitDeny: false,
    matchedStatements: { items: [] },
    failures: { items: [] },
    context: {
      principal: { id: 'AIDA', name: 'ann', arn: 'arn:aws:iam::123456789012:user/ann' },
      action: 'ec2:RunInstances',
      resource: '*',
      conditions: { items: [] },
    },
  }

  it('reads what was encoded in the same account, and nothing else', async () => {
    const [lab, other] = [await labWith({ ann: [], bob: allow('sts:DecodeAuthorizationMessage') }), await labWith()]
    const input = { EncodedMessage: encodeAuthorizationMessage(lab.account, message) }
    const { DecodedMessage } = await lab.as('bob').perform(decodeAuthorizationMessage, input)
    expect(JSON.parse(DecodedMessage)).toEqual(message)
    const invalid = { code: 'InvalidAuthorizationMessageException', status: 400 }
    await expect(other.root.perform(decodeAuthorizationMessage, input)).rejects.toMatchObject(invalid)
    await expect(lab.root.perform(decodeAuthorizationMessage, { EncodedMessage: 'x' })).rejects.toMatchObject(invalid)
    await expect(lab.as('ann').perform(decodeAuthorizationMessage, input)).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('ann'), 'sts:DecodeAuthorizationMessage', '*'),
    )
  })
})
