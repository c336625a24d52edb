import { describe, expect, it } from 'vitest'
import type { SignedCaller } from '@/lib/access/caller'
import { perform } from '@/lib/gate/perform'
import { passwordMatches } from '@/lib/secrets/password-hash'
import { directory, write } from '@/lib/store'
import { badName, noPolicyAllows, noSuchEntity, noUser } from '../testing/expected'
import { allow, type Lab, labWith } from '../testing/lab'
import { createLoginProfile } from './create-login-profile'
import { updateLoginProfile } from './update-login-profile'

const UserName = 'bob'
const first = 'Corr3ct horse'

async function labWithPassword() {
  const lab = await labWith({ ann: allow('iam:UpdateLoginProfile'), bob: [], cid: [] })
  await lab.root.perform(createLoginProfile, { UserName, Password: first, PasswordResetRequired: true })
  return lab
}

async function profileOf(lab: Lab) {
  const bob = await lab.store().users.find(UserName)
  return lab.store().loginProfiles.find(bob?.id ?? '')
}

describe('UpdateLoginProfile', () => {
  it('sets a new password and leaves alone what is not given', async () => {
    const lab = await labWithPassword()
    const created = lab.now
    lab.now = new Date('2026-12-01T00:00:00Z')
    await lab.as('ann').perform(updateLoginProfile, { UserName, Password: 'Battery-staple-2' })
    const profile = await profileOf(lab)
    expect(profile).toMatchObject({ createdAt: created, changedAt: lab.now, resetRequired: true })
    expect(await passwordMatches('Battery-staple-2', profile?.passwordHash ?? null)).toBe(true)
    await lab.as('ann').perform(updateLoginProfile, { UserName, PasswordResetRequired: false })
    expect(await profileOf(lab)).toMatchObject({ passwordHash: profile?.passwordHash, resetRequired: false })
  })

  it('ends the console sessions with a new password, and only then', async () => {
    const lab = await labWithPassword()
    const { id: userId = '' } = (await lab.store().users.find(UserName)) ?? {}
    const expiresAt = new Date(lab.now.getTime() + 60_000)
    const session = { userId, createdAt: lab.now, expiresAt, sourceIp: '203.0.113.1', userAgent: 'a browser' }
    const sessionId = await lab.store().sessions.create({ principalType: 'user', ...session })
    const ended = async () => (await directory().findSession(sessionId))?.session.revokedAt
    await lab.as('ann').perform(updateLoginProfile, { UserName, PasswordResetRequired: false })
    expect(await ended()).toBeNull()
    await lab.as('ann').perform(updateLoginProfile, { UserName, Password: 'Battery-staple-2' })
    expect(await ended()).toEqual(lab.now)
  })

  it('leaves those who set their own password in their session, and ends their others', async () => {
    const lab = await labWithPassword()
    await lab.root.perform(createLoginProfile, { UserName: 'ann', Password: first })
    const { id: userId = '' } = (await lab.store().users.find('ann')) ?? {}
    const expiresAt = new Date(lab.now.getTime() + 60_000)
    const session = { userId, createdAt: lab.now, expiresAt, sourceIp: '203.0.113.1', userAgent: 'a browser' }
    const begin = () => lab.store().sessions.create({ principalType: 'user', ...session })
    const [own, other] = [await begin(), await begin()]
    const ann = lab.as('ann')
    await ann.perform(updateLoginProfile, { UserName: 'ann', PasswordResetRequired: false })
    const world = ann.world()
    const credential = { kind: 'console', sessionId: own, since: lab.now, mfaAt: null } as const
    const caller = { ...world.caller, credential } as SignedCaller
    await perform(updateLoginProfile, { UserName: 'ann', Password: 'Battery-staple-2' }, { ...world, caller })
    expect((await directory().findSession(own))?.session.revokedAt).toBeNull()
    expect((await directory().findSession(other))?.session.revokedAt).toEqual(lab.now)
  })

  it('is refused without permission', async () => {
    const lab = await labWithPassword()
    await expect(
      lab.as('cid').perform(updateLoginProfile, { UserName, PasswordResetRequired: false }),
    ).rejects.toMatchObject(noPolicyAllows(lab.userArn('cid'), 'iam:UpdateLoginProfile', 'user bob'))
  })

  it('says that there is no such user or no password', async () => {
    const lab = await labWithPassword()
    const update = (name: string) => lab.root.perform(updateLoginProfile, { UserName: name, Password: first })
    await expect(update('dan')).rejects.toMatchObject(noUser('dan'))
    await expect(update('cid')).rejects.toMatchObject(noSuchEntity('Login Profile for User cid cannot be found.'))
  })

  it('does not take a weak password, nor one of the remembered', async () => {
    const lab = await labWithPassword()
    const update = (Password: string) => lab.root.perform(updateLoginProfile, { UserName, Password })
    await write(lab.account, (store) => store.passwordPolicy.put(rememberTwo))
    await expect(update('Sh0rt')).rejects.toMatchObject({
      code: 'PasswordPolicyViolation',
      message: 'Password should have a minimum length of 8',
    })
    await expect(update(first)).rejects.toMatchObject({ code: 'PasswordPolicyViolation' })
    await update('Second-password-2')
    await expect(update(first)).rejects.toMatchObject({ code: 'PasswordPolicyViolation' })
    await update('Third-password-3')
    await update(first)
  })

  it('does not take a bad name', async () => {
    const lab = await labWith()
    await expect(lab.root.perform(updateLoginProfile, { UserName: 'a b' })).rejects.toMatchObject(badName('userName'))
  })
})

const rememberTwo = {
  minimumPasswordLength: 8,
  requireSymbols: false,
  requireNumbers: false,
  requireUppercaseCharacters: false,
  requireLowercaseCharacters: false,
  allowUsersToChangePassword: false,
  maxPasswordAge: null,
  passwordReusePrevention: 2,
  hardExpiry: null,
}
