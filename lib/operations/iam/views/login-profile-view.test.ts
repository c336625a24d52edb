import { describe, expect, it } from 'vitest'
import { noPolicyAllows, noSuchEntity, noUser } from '../../testing/expected'
import { allow, labWith } from '../../testing/lab'
import { createLoginProfile } from '../create-login-profile'
import { updateLoginProfile } from '../update-login-profile'
import { loginProfileView } from './login-profile-view'

const UserName = 'bob'
const Password = 'Corr3ct horse'

describe('the view of a login profile', () => {
  it('tells when the password was changed, not only when the profile was made', async () => {
    const lab = await labWith({ ann: allow('iam:GetLoginProfile'), bob: [] })
    const created = lab.now
    await lab.root.perform(createLoginProfile, { UserName, Password })
    const shown = async () => (await lab.as('ann').show(loginProfileView, { UserName })).rows.map((row) => row.shown)
    expect(await shown()).toEqual([{ created, changed: created }])
    lab.now = new Date('2026-12-01T00:00:00Z')
    await lab.root.perform(updateLoginProfile, { UserName, PasswordResetRequired: true })
    expect(await shown()).toEqual([{ created, changed: created }])
    await lab.root.perform(updateLoginProfile, { UserName, Password: 'Battery-staple-2' })
    expect(await shown()).toEqual([{ created, changed: lab.now }])
  })

  it('answers as GetLoginProfile does where it is refused, or where there is nothing', async () => {
    const lab = await labWith({ ann: [], bob: [] })
    await expect(lab.as('ann').show(loginProfileView, { UserName })).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('ann'), 'iam:GetLoginProfile', 'user bob'),
    )
    await expect(lab.root.show(loginProfileView, { UserName: 'cid' })).rejects.toMatchObject(noUser('cid'))
    await expect(lab.root.show(loginProfileView, { UserName })).rejects.toMatchObject(
      noSuchEntity('Login Profile for User bob cannot be found.'),
    )
  })
})
