import { describe, expect, it } from 'vitest'
import { createAccessKey } from '../iam/create-access-key'
import { createRole } from '../iam/create-role'
import { createUser } from '../iam/create-user'
import { deleteUser } from '../iam/delete-user'
import { getUser } from '../iam/get-user'
import { listUsers } from '../iam/list-users'
import { freeGuesses } from '../nouns/password-guesses'
import { listBuckets } from '../s3/list-buckets'
import { allow, deny, labWith, trusting } from '../testing/lab'
import { assignedDevice } from '../testing/mfa'
import { assumeRole } from './assume-role'
import { getAccessKeyInfo } from './get-access-key-info'
import { getCallerIdentity } from './get-caller-identity'
import { getFederationToken } from './get-federation-token'
import { getSessionToken } from './get-session-token'

const unusable = {
  code: 'InvalidClientTokenId',
  status: 403,
  message: 'The security token included in the request is invalid.',
}

describe('GetSessionToken', () => {
  it('gives the user itself for twelve hours, whatever the policies say', async () => {
    const lab = await labWith({ ann: [allow('s3:*'), deny('sts:*')] })
    const { Credentials } = await lab.as('ann').perform(getSessionToken, {})
    expect(Credentials.Expiration).toEqual(new Date('2026-11-22T21:00:00Z'))
    const session = lab.holding(Credentials)
    await session.perform(listBuckets, {})
    expect(await session.perform(getCallerIdentity, {})).toMatchObject({ Arn: lab.userArn('ann') })
    const event = (await lab.events()).find(({ name }) => name === 'ListBuckets')
    expect(event).toMatchObject({ userName: 'ann', accessKeyId: Credentials.AccessKeyId })
    expect(JSON.parse(event?.record ?? '').userIdentity.sessionContext.attributes.mfaAuthenticated).toBe('false')
  })

  it('proves MFA where a code is given: policies see it and its age', async () => {
    const young = {
      Bool: { 'aws:MultiFactorAuthPresent': 'true' },
      NumericLessThan: { 'aws:MultiFactorAuthAge': '300' },
    }
    const lab = await labWith({ ann: allow(['iam:ListUsers', 'iam:CreateAccessKey'], '*', young) })
    const { serial: SerialNumber, codeIn } = await assignedDevice(lab, 'ann', 'phone')
    const input = { SerialNumber, TokenCode: codeIn(1) }
    const session = lab.holding((await lab.as('ann').perform(getSessionToken, input)).Credentials)
    await session.perform(listUsers, {})
    await session.perform(createAccessKey, {})
    await expect(lab.as('ann').perform(listUsers, {})).rejects.toMatchObject({ code: 'AccessDenied' })
    lab.now = new Date('2026-11-22T09:06:00Z')
    await expect(session.perform(listUsers, {})).rejects.toMatchObject({ code: 'AccessDenied' })
    await expect(lab.as('ann').perform(getSessionToken, input)).rejects.toMatchObject({
      code: 'AccessDenied',
      message: expect.stringContaining('invalid MFA one time pass code.'),
    })
  })

  it('cannot be had by trying codes', async () => {
    const lab = await labWith({ ann: [] })
    const { serial: SerialNumber, codeIn } = await assignedDevice(lab, 'ann', 'phone')
    const guess = (TokenCode: string) =>
      lab
        .as('ann')
        .perform(getSessionToken, { SerialNumber, TokenCode })
        .catch(({ code }) => code)
    for (let turn = 0; turn < freeGuesses.perUser; turn++) expect(await guess(codeIn(90 + turn))).toBe('AccessDenied')
    expect(await guess(codeIn(1))).toBe('Throttling')
  })

  it('opens neither IAM without MFA nor STS, but for AssumeRole and GetCallerIdentity', async () => {
    const lab = await labWith({ ann: allow('*') })
    const trust = trusting({ AWS: lab.userArn('ann') })
    await lab.root.perform(createRole, { RoleName: 'Reader', AssumeRolePolicyDocument: trust })
    const session = lab.holding((await lab.as('ann').perform(getSessionToken, {})).Credentials)
    await expect(session.perform(listUsers, {})).rejects.toMatchObject(unusable)
    await expect(session.perform(getAccessKeyInfo, { AccessKeyId: 'AKIAIOSFODNN7EXAMPLE' })).rejects.toMatchObject(
      unusable,
    )
    await session.perform(assumeRole, { RoleArn: lab.roleArn('Reader'), RoleSessionName: 'lesson' })
    for (const [operation, input] of [
      [getSessionToken, {}],
      [getFederationToken, { Name: 'guest' }],
    ] as const) {
      await expect(session.perform<object, unknown>(operation as never, input)).rejects.toMatchObject({
        code: 'AccessDenied',
        message: `Cannot call ${operation.name} with session credentials`,
      })
    }
  })

  it('is good for an hour at most where root asks', async () => {
    const lab = await labWith()
    const { Credentials } = await lab.root.perform(getSessionToken, { DurationSeconds: 7200 })
    expect(Credentials.Expiration).toEqual(new Date('2026-11-22T10:00:00Z'))
    const session = lab.holding(Credentials)
    await session.perform(listBuckets, {})
    expect(await session.perform(getCallerIdentity, {})).toMatchObject({ Arn: `arn:aws:iam::${lab.account}:root` })
    await expect(lab.root.perform(getSessionToken, { DurationSeconds: 129_601 })).rejects.toMatchObject({
      code: 'ValidationError',
    })
  })

  it('ends with its user, also when another one takes the name', async () => {
    const lab = await labWith({ ann: [] })
    const { Credentials } = await lab.as('ann').perform(getSessionToken, {})
    await lab.root.perform(deleteUser, { UserName: 'ann' })
    await lab.root.perform(createUser, { UserName: 'ann' })
    expect((await lab.root.perform(getUser, { UserName: 'ann' })).User.UserName).toBe('ann')
    await expect(lab.holding(Credentials).perform(getCallerIdentity, {})).rejects.toThrow('Nobody holds')
  })
})
