import { describe, expect, it } from 'vitest'
import { directory, write } from '@/lib/store'
import { badName, noPolicyAllows, noSuchEntity, noUser } from '../testing/expected'
import { allow, labWith } from '../testing/lab'
import { createLoginProfile } from './create-login-profile'
import { deleteLoginProfile } from './delete-login-profile'

const UserName = 'bob'
const Password = 'Corr3ct horse'

describe('DeleteLoginProfile', () => {
  it('takes the password and ends the console sessions', async () => {
    const lab = await labWith({ ann: allow('iam:DeleteLoginProfile'), bob: [] })
    await lab.root.perform(createLoginProfile, { UserName, Password })
    const bob = await lab.store().users.find(UserName)
    const session = {
      principalType: 'user' as const,
      userId: bob?.id ?? '',
      createdAt: lab.now,
      expiresAt: new Date(lab.now.getTime() + 3_600_000),
      sourceIp: '203.0.113.10',
      userAgent: 'lab',
    }
    const id = await write(lab.account, (store) => store.sessions.create(session))
    await lab.as('ann').perform(deleteLoginProfile, { UserName })
    expect(await lab.store().loginProfiles.find(bob?.id ?? '')).toBeNull()
    expect((await directory().findSession(id))?.session.revokedAt).toEqual(lab.now)
  })

  it('is refused without permission', async () => {
    const lab = await labWith({ ann: [] })
    await expect(lab.as('ann').perform(deleteLoginProfile, { UserName })).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('ann'), 'iam:DeleteLoginProfile', 'user bob'),
    )
  })

  it('says that there is no such user or no password', async () => {
    const lab = await labWith({ bob: [] })
    await expect(lab.root.perform(deleteLoginProfile, { UserName: 'cid' })).rejects.toMatchObject(noUser('cid'))
    await expect(lab.root.perform(deleteLoginProfile, { UserName })).rejects.toMatchObject(
      noSuchEntity('Login Profile for User bob cannot be found.'),
    )
  })

  it('does not take a bad name', async () => {
    const lab = await labWith()
    await expect(lab.root.perform(deleteLoginProfile, { UserName: 'a b' })).rejects.toMatchObject(badName('userName'))
  })
})
