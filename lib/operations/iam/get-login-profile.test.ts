import { describe, expect, it } from 'vitest'
import { badName, noPolicyAllows, noSuchEntity, noUser } from '../testing/expected'
import { allow, labWith } from '../testing/lab'
import { createLoginProfile } from './create-login-profile'
import { getLoginProfile } from './get-login-profile'

const UserName = 'bob'

describe('GetLoginProfile', () => {
  it('succeeds, and means the caller without a name', async () => {
    const lab = await labWith({ ann: allow('iam:GetLoginProfile'), bob: allow('iam:GetLoginProfile') })
    await lab.root.perform(createLoginProfile, { UserName, Password: 'Corr3ct horse' })
    const expected = { LoginProfile: { UserName, CreateDate: lab.now, PasswordResetRequired: false } }
    expect(await lab.as('ann').perform(getLoginProfile, { UserName })).toEqual(expected)
    expect(await lab.as('bob').perform(getLoginProfile, {})).toEqual(expected)
  })

  it('is refused without permission', async () => {
    const lab = await labWith({ ann: [] })
    await expect(lab.as('ann').perform(getLoginProfile, { UserName })).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('ann'), 'iam:GetLoginProfile', 'user bob'),
    )
  })

  it('says that there is no such user or no password', async () => {
    const lab = await labWith({ bob: [] })
    await expect(lab.root.perform(getLoginProfile, { UserName: 'cid' })).rejects.toMatchObject(noUser('cid'))
    await expect(lab.root.perform(getLoginProfile, { UserName })).rejects.toMatchObject(
      noSuchEntity('Login Profile for User bob cannot be found.'),
    )
  })

  it('does not take a bad name', async () => {
    const lab = await labWith()
    await expect(lab.root.perform(getLoginProfile, { UserName: 'a b' })).rejects.toMatchObject(badName('userName'))
  })
})
