import { describe, expect, it } from 'vitest'
import type { SignedCaller } from '@/lib/access/caller'
import { perform } from '@/lib/gate/perform'
import { hashPassword, passwordMatches } from '@/lib/secrets/password-hash'
import { directory } from '@/lib/store'
import { freeGuesses } from '../nouns/password-guesses'
import { allow, deny, type Lab, labWith } from '../testing/lab'
import { changePassword } from './change-password'
import { getUser } from './get-user'

const change = { OldPassword: 'Old-password-1', NewPassword: 'New-password-2' }
const policy = {
  minimumPasswordLength: 8,
  requireSymbols: false,
  requireNumbers: false,
  requireUppercaseCharacters: false,
  requireLowercaseCharacters: false,
  allowUsersToChangePassword: true,
  maxPasswordAge: null,
  passwordReusePrevention: null,
  hardExpiry: null,
}

async function givePassword(lab: Lab, name: string) {
  const user = await lab.store().users.find(name)
  if (!user) throw new Error(`no user ${name}`)
  const passwordHash = await hashPassword(change.OldPassword)
  await lab.store().loginProfiles.create(user.id, { passwordHash, createdAt: lab.now, resetRequired: true })
  return user.id
}

describe('ChangePassword', () => {
  it('takes ten wrong old passwords, then none for a while, the right one included', async () => {
    const lab = await labWith({ ann: allow('iam:ChangePassword'), bob: allow('iam:ChangePassword') })
    for (const name of ['ann', 'bob']) await givePassword(lab, name)
    const guess = (name: string, OldPassword: string) =>
      lab.as(name).perform(changePassword, { ...change, OldPassword })
    const wrong = () => guess('ann', 'Wrong-password-9').catch((error) => error.code)
    for (let turn = 0; turn < freeGuesses.perUser; turn++) expect(await wrong()).toBe('AccessDenied')
    expect(await wrong()).toBe('Throttling')
    await expect(guess('ann', change.OldPassword)).rejects.toMatchObject({ code: 'Throttling' })
    await expect(guess('bob', change.OldPassword)).resolves.toEqual({})
  })

  it('succeeds, lifts the demand for a new password and ends the other sessions', async () => {
    const lab = await labWith({
      ann: allow(['iam:ChangePassword', 'iam:GetUser'], 'arn:aws:iam::*:user/$' + '{aws:username}'),
    })
    const id = await givePassword(lab, 'ann')
    const session = {
      principalType: 'user',
      userId: id,
      createdAt: lab.now,
      expiresAt: new Date(lab.now.getTime() + 1000),
      sourceIp: '203.0.113.1',
      userAgent: 'a browser',
    } as const
    const [own, other] = [await lab.store().sessions.create(session), await lab.store().sessions.create(session)]
    const ann = lab.as('ann')
    await ann.perform(getUser, {})
    const world = ann.world()
    const credential = { kind: 'console', sessionId: own, since: lab.now, mfaAt: null } as const
    await perform(changePassword, change, { ...world, caller: { ...world.caller, credential } as SignedCaller })
    const profile = await lab.store().loginProfiles.find(id)
    expect(profile).toMatchObject({ resetRequired: false, changedAt: lab.now })
    expect(await passwordMatches(change.NewPassword, profile?.passwordHash ?? null)).toBe(true)
    expect((await directory().findSession(own))?.session.revokedAt).toBeNull()
    expect((await directory().findSession(other))?.session.revokedAt).toEqual(lab.now)
    expect((await lab.events()).at(-1)?.record).not.toMatch(/password-[12]/)
  })

  it('is done once where two come at the same moment with the same old password', async () => {
    const lab = await labWith({ ann: allow('iam:ChangePassword') })
    const id = await givePassword(lab, 'ann')
    const news = ['New-password-2', 'New-password-3']
    const both = await Promise.allSettled(
      news.map((NewPassword) => lab.as('ann').perform(changePassword, { ...change, NewPassword })),
    )
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'AccessDenied' } })
    const kept = news[both.findIndex(({ status }) => status === 'fulfilled')] ?? ''
    expect(await passwordMatches(kept, (await lab.store().loginProfiles.find(id))?.passwordHash ?? null)).toBe(true)
  })

  it('is refused without the permission', async () => {
    const lab = await labWith({ ann: [] })
    await givePassword(lab, 'ann')
    await expect(lab.as('ann').perform(changePassword, change)).rejects.toMatchObject({
      code: 'AccessDenied',
      denial: { action: 'iam:ChangePassword', resource: lab.userArn('ann') },
    })
  })

  it('needs no permission where the account lets users change their own, save against an explicit deny', async () => {
    const lab = await labWith({ ann: [], bob: deny('iam:ChangePassword') })
    await givePassword(lab, 'ann')
    await givePassword(lab, 'bob')
    await lab.store().passwordPolicy.put(policy)
    await lab.as('ann').perform(changePassword, change)
    await expect(lab.as('bob').perform(changePassword, change)).rejects.toMatchObject({
      code: 'AccessDenied',
      denial: { decision: { effect: 'explicitDeny' } },
    })
  })

  it('says so when there is no password to change', async () => {
    const lab = await labWith({ ann: allow('iam:*') })
    await expect(lab.as('ann').perform(changePassword, change)).rejects.toMatchObject({ code: 'NoSuchEntity' })
    await expect(lab.root.perform(changePassword, change)).rejects.toMatchObject({ code: 'InvalidUserType' })
  })

  it('refuses a wrong old password, and a new one that breaks the rules or was used before', async () => {
    const lab = await labWith({ ann: allow('iam:*') })
    await givePassword(lab, 'ann')
    const attempt = (input: Partial<typeof change>) => lab.as('ann').perform(changePassword, { ...change, ...input })
    await expect(attempt({ OldPassword: 'guess' })).rejects.toMatchObject({
      message: 'The old password was incorrect.',
    })
    await expect(attempt({ NewPassword: 'short' })).rejects.toMatchObject({ code: 'PasswordPolicyViolation' })
    await expect(attempt({ NewPassword: '' })).rejects.toMatchObject({ code: 'ValidationError' })
    await lab.store().passwordPolicy.put({ ...policy, passwordReusePrevention: 2 })
    await expect(attempt({ NewPassword: change.OldPassword })).rejects.toMatchObject({
      code: 'PasswordPolicyViolation',
    })
  })
})
