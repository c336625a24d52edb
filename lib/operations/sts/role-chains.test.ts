import { describe, expect, it } from 'vitest'
import { listUsers } from '../iam/list-users'
import { tagRole } from '../iam/tag-role'
import { allow, labWith } from '../testing/lab'
import { assignedDevice } from '../testing/mfa'
import { anyoneOf, notAuthorized, withRole } from '../testing/roles'
import { assumeRole } from './assume-role'
import { getSessionToken } from './get-session-token'

describe('AssumeRole', () => {
  it('goes from role to role for an hour at most', async () => {
    const lab = await labWith({ ann: allow('sts:AssumeRole') })
    const first = await withRole(lab, { trust: anyoneOf(lab.account), may: [allow('sts:AssumeRole')] })
    const second = await withRole(lab, {
      name: 'Second',
      trust: { Principal: { AWS: first.RoleArn } },
      may: [allow('iam:ListUsers')],
      MaxSessionDuration: 7200,
    })
    const session = lab.holding((await lab.as('ann').perform(assumeRole, first)).Credentials)
    const chained = await session.perform(assumeRole, second)
    await lab.holding(chained.Credentials).perform(listUsers, {})
    await expect(session.perform(assumeRole, { ...second, DurationSeconds: 3601 })).rejects.toMatchObject({
      code: 'ValidationError',
      message: expect.stringContaining('exceeds the 1 hour session limit for roles assumed by role chaining'),
    })
    await expect(lab.as('ann').perform(assumeRole, second)).rejects.toMatchObject({ code: 'AccessDenied' })
  })

  it('tags sessions, where the trust policy allows sts:TagSession too, and hands transitive tags on', async () => {
    const lab = await labWith({ ann: allow('sts:*') })
    const Action = ['sts:AssumeRole', 'sts:TagSession']
    const dev = { StringEquals: { 'aws:PrincipalTag/team': 'dev', 'aws:PrincipalTag/Site': 'north' } }
    const may = [allow('iam:ListUsers', '*', dev), allow('sts:*')]
    const plain = await withRole(lab, { trust: anyoneOf(lab.account) })
    const first = await withRole(lab, { name: 'First', trust: { ...anyoneOf(lab.account), Action }, may })
    const second = await withRole(lab, { name: 'Second', trust: { ...anyoneOf(lab.account), Action }, may })
    await lab.root.perform(tagRole, {
      RoleName: 'First',
      Tags: [
        { Key: 'TEAM', Value: 'ops' },
        { Key: 'Site', Value: 'north' },
      ],
    })
    await lab.root.perform(tagRole, { RoleName: 'Second', Tags: [{ Key: 'Site', Value: 'north' }] })
    const Tags = [{ Key: 'team', Value: 'dev' }]
    const ann = lab.as('ann')
    await expect(ann.perform(assumeRole, { ...plain, Tags })).rejects.toMatchObject(
      notAuthorized(lab.userArn('ann'), plain.RoleArn, 'sts:TagSession'),
    )
    const kept = lab.holding((await ann.perform(assumeRole, { ...first, Tags })).Credentials)
    await kept.perform(listUsers, {})
    const transitive = await ann.perform(assumeRole, { ...first, Tags, TransitiveTagKeys: ['team'] })
    const handing = lab.holding(transitive.Credentials)
    const handed = lab.holding((await handing.perform(assumeRole, second)).Credentials)
    await handed.perform(listUsers, {})
    const alone = lab.holding((await kept.perform(assumeRole, second)).Credentials)
    await expect(alone.perform(listUsers, {})).rejects.toMatchObject({ code: 'AccessDenied' })
    const invalid = (message: string) => ({ code: 'InvalidParameterValue', status: 400, message })
    await expect(handing.perform(assumeRole, { ...second, Tags: [{ Key: 'Team', Value: 'x' }] })).rejects.toMatchObject(
      invalid(
        "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from the calling session.",
      ),
    )
    await expect(ann.perform(assumeRole, { ...first, TransitiveTagKeys: ['team'] })).rejects.toMatchObject(
      invalid('The specified transitive tag key must be included in the requested tags.'),
    )
    await expect(
      ann.perform(assumeRole, { ...first, Tags: [...Tags, { Key: 'Team', Value: 'x' }] }),
    ).rejects.toMatchObject(invalid('Duplicate tag keys found. Please note that Tag keys are case insensitive.'))
  })

  it('keeps a source identity through a chain', async () => {
    const lab = await labWith({ ann: allow('sts:*') })
    const Condition = { StringEquals: { 'sts:SourceIdentity': 'ann' } }
    const Action = ['sts:AssumeRole', 'sts:SetSourceIdentity']
    const set = { 'aws:SourceIdentity': 'ann', 'aws:PrincipalType': 'AssumedRole' }
    const may = [allow('iam:ListUsers', '*', { StringEquals: set }), allow('sts:*')]
    const plain = await withRole(lab, { trust: anyoneOf(lab.account) })
    const first = await withRole(lab, { name: 'First', trust: { ...anyoneOf(lab.account), Action, Condition }, may })
    const second = await withRole(lab, { name: 'Second', trust: { ...anyoneOf(lab.account), Action }, may })
    const SourceIdentity = 'ann'
    await expect(lab.as('ann').perform(assumeRole, { ...plain, SourceIdentity })).rejects.toMatchObject(
      notAuthorized(lab.userArn('ann'), plain.RoleArn, 'sts:SetSourceIdentity'),
    )
    await expect(lab.as('ann').perform(assumeRole, first)).rejects.toMatchObject({ code: 'AccessDenied' })
    const output = await lab.as('ann').perform(assumeRole, { ...first, SourceIdentity })
    expect(output.SourceIdentity).toBe('ann')
    const session = lab.holding(output.Credentials)
    await session.perform(listUsers, {})
    await lab.holding((await session.perform(assumeRole, second)).Credentials).perform(listUsers, {})
    await expect(session.perform(assumeRole, { ...second, SourceIdentity: 'bob' })).rejects.toMatchObject({
      code: 'AccessDenied',
    })
  })

  it('opens a role that wants MFA with a code that is good once', async () => {
    const lab = await labWith({ ann: allow('sts:AssumeRole'), bob: allow('sts:AssumeRole') })
    const Condition = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }
    const mfaOnly = allow('iam:ListUsers', '*', Condition)
    const input = await withRole(lab, { trust: { ...anyoneOf(lab.account), Condition }, may: [mfaOnly] })
    const { serial: SerialNumber, codeIn } = await assignedDevice(lab, 'ann', 'phone')
    const ann = lab.as('ann')
    await expect(ann.perform(assumeRole, input)).rejects.toMatchObject(notAuthorized(lab.userArn('ann'), input.RoleArn))
    const good = { ...input, SerialNumber, TokenCode: codeIn(1) }
    await expect(ann.perform(assumeRole, { ...good, TokenCode: '000000' })).rejects.toMatchObject({
      code: 'AccessDenied',
      message: expect.stringContaining('MultiFactorAuthentication failed with invalid MFA one time pass code.'),
    })
    await expect(lab.as('bob').perform(assumeRole, good)).rejects.toMatchObject({
      message: expect.stringContaining('unable to validate MFA code'),
    })
    await expect(ann.perform(assumeRole, { ...input, SerialNumber })).rejects.toMatchObject({ code: 'AccessDenied' })
    const { Credentials } = await ann.perform(assumeRole, good)
    lab.now = new Date('2026-11-22T09:01:00Z')
    const proven = await ann.perform(getSessionToken, { SerialNumber, TokenCode: codeIn(0) })
    await lab.holding(proven.Credentials).perform(assumeRole, input)
    await expect(ann.perform(assumeRole, good)).rejects.toMatchObject({ code: 'AccessDenied' })
    await expect(lab.holding(Credentials).perform(listUsers, {})).rejects.toMatchObject({ code: 'AccessDenied' })
  })
})
