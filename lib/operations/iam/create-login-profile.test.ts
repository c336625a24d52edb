import { describe, expect, it } from 'vitest'
import { passwordMatches } from '@/lib/secrets/password-hash'
import { write } from '@/lib/store'
import { noPolicyAllows, noUser } from '../testing/expected'
import { allow, type Lab, labWith } from '../testing/lab'
import { createAccountAlias } from './create-account-alias'
import { createLoginProfile } from './create-login-profile'

const Password = 'Corr3ct horse'
const UserName = 'bob'

const profileOf = async (lab: Lab, name: string) => {
  const user = await lab.store().users.find(name)
  return user && lab.store().loginProfiles.find(user.id)
}

describe('CreateLoginProfile', () => {
  it('keeps a hash of the password, and neither the answer nor the event has the password', async () => {
    const lab = await labWith({ ann: allow('iam:CreateLoginProfile'), bob: [] })
    const answer = await lab.as('ann').perform(createLoginProfile, { UserName, Password, PasswordResetRequired: true })
    expect(answer).toEqual({ LoginProfile: { UserName: 'bob', CreateDate: lab.now, PasswordResetRequired: true } })
    const profile = await profileOf(lab, 'bob')
    expect(profile?.resetRequired).toBe(true)
    expect(await passwordMatches(Password, profile?.passwordHash ?? null)).toBe(true)
    const [event] = await lab.events()
    expect(event?.record).not.toContain(Password)
    expect(event?.record).toContain('HIDDEN_DUE_TO_SECURITY_REASONS')
  })

  it('means the caller without a name, who is not root', async () => {
    const lab = await labWith({ ann: allow('iam:CreateLoginProfile') })
    await lab.as('ann').perform(createLoginProfile, { Password })
    expect(await profileOf(lab, 'ann')).not.toBeNull()
    await expect(lab.root.perform(createLoginProfile, { Password })).rejects.toMatchObject({ code: 'NoSuchEntity' })
  })

  it('is refused without permission', async () => {
    const lab = await labWith({ ann: [], bob: [] })
    await expect(lab.as('ann').perform(createLoginProfile, { UserName, Password })).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('ann'), 'iam:CreateLoginProfile', 'user bob'),
    )
    expect(await profileOf(lab, 'bob')).toBeNull()
  })

  it('says that there is no such user, or that there is a password', async () => {
    const lab = await labWith({ bob: [] })
    await expect(lab.root.perform(createLoginProfile, { UserName: 'cid', Password })).rejects.toMatchObject(
      noUser('cid'),
    )
    await lab.root.perform(createLoginProfile, { UserName, Password })
    await expect(lab.root.perform(createLoginProfile, { UserName, Password })).rejects.toMatchObject({
      code: 'EntityAlreadyExists',
      status: 409,
      message: 'Login Profile for user bob already exists.',
    })
  })

  it.each(['Short1!', 'alllowercase', 'LOWER and upper'])('does not take the password %s', async (weak) => {
    const lab = await labWith({ bob: [] })
    await expect(lab.root.perform(createLoginProfile, { UserName, Password: weak })).rejects.toMatchObject({
      code: 'PasswordPolicyViolation',
      status: 400,
    })
    expect(await profileOf(lab, 'bob')).toBeNull()
  })

  it('does not take a name that the password belongs to, whatever its case', async () => {
    const lab = await labWith({ Bob_1970: [] })
    await lab.root.perform(createAccountAlias, { AccountAlias: `dojo-${lab.account}` })
    for (const Password of ['bob_1970', `DOJO-${lab.account}`, `root-${lab.account}@example.com`]) {
      const created = lab.root.perform(createLoginProfile, { UserName: 'Bob_1970', Password })
      await expect(created).rejects.toMatchObject({
        code: 'PasswordPolicyViolation',
        message: 'Password should not be the same as a name it belongs to',
      })
    }
  })

  it("holds the password against the account's own policy", async () => {
    const lab = await labWith({ bob: [] })
    await write(lab.account, (store) => store.passwordPolicy.put({ ...strict, minimumPasswordLength: 14 }))
    await expect(lab.root.perform(createLoginProfile, { UserName, Password: 'Corr3ct-horse' })).rejects.toMatchObject({
      code: 'PasswordPolicyViolation',
      message: 'Password should have a minimum length of 14',
    })
    await lab.root.perform(createLoginProfile, { UserName, Password: 'Corr3ct-horse!' })
  })

  it('does not take characters outside Latin', async () => {
    const lab = await labWith({ bob: [] })
    await expect(lab.root.perform(createLoginProfile, { UserName, Password: 'Пароль-123' })).rejects.toMatchObject({
      code: 'ValidationError',
      message: expect.stringContaining("Value at 'password' failed to satisfy constraint"),
    })
  })
})

const strict = {
  minimumPasswordLength: 8,
  requireSymbols: true,
  requireNumbers: true,
  requireUppercaseCharacters: true,
  requireLowercaseCharacters: true,
  allowUsersToChangePassword: false,
  maxPasswordAge: null,
  passwordReusePrevention: null,
  hardExpiry: null,
}
