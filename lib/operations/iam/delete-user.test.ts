import { describe, expect, it } from 'vitest'
import { badName, conflict, noPolicyAllows, noUser } from '../testing/expected'
import { allow, labWith } from '../testing/lab'
import { addUserToGroup } from './add-user-to-group'
import { attachUserPolicy } from './attach-user-policy'
import { createAccessKey } from './create-access-key'
import { createGroup } from './create-group'
import { createLoginProfile } from './create-login-profile'
import { createUser } from './create-user'
import { deleteAccessKey } from './delete-access-key'
import { deleteLoginProfile } from './delete-login-profile'
import { deleteUser } from './delete-user'
import { deleteUserPolicy } from './delete-user-policy'
import { detachUserPolicy } from './detach-user-policy'
import { removeUserFromGroup } from './remove-user-from-group'

const readOnly = 'arn:aws:iam::aws:policy/ReadOnlyAccess'

describe('DeleteUser', () => {
  it('deletes the user with its tags, and a later one of the name is another', async () => {
    const lab = await labWith({ ann: allow('iam:DeleteUser') })
    const Tags = [{ Key: 'a', Value: 'b' }]
    const { User } = await lab.root.perform(createUser, { UserName: 'bob', Tags })
    await lab.as('ann').perform(deleteUser, { UserName: 'bob' })
    expect(await lab.store().users.find('bob')).toBeNull()
    expect(await lab.store().tags.list('user', User.UserId)).toEqual([])
    const again = await lab.root.perform(createUser, { UserName: 'bob' })
    expect(again.User.UserId).not.toBe(User.UserId)
  })

  it('is refused without permission, also for a user who does not exist', async () => {
    const lab = await labWith({ ann: [] })
    await expect(lab.as('ann').perform(deleteUser, { UserName: 'bob' })).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('ann'), 'iam:DeleteUser', 'user bob'),
    )
    await expect(lab.root.perform(deleteUser, { UserName: 'bob' })).rejects.toMatchObject(noUser('bob'))
  })

  it('names what hangs on the user, one after the other', async () => {
    const lab = await labWith({ bob: allow('s3:*') })
    const { root } = lab
    const UserName = 'bob'
    await root.perform(attachUserPolicy, { UserName, PolicyArn: readOnly })
    await root.perform(createGroup, { GroupName: 'devs' })
    await root.perform(addUserToGroup, { GroupName: 'devs', UserName })
    await root.perform(createLoginProfile, { UserName, Password: 'Corr3ct horse' })
    const { AccessKey } = await root.perform(createAccessKey, { UserName })
    const clean: [advice: string, remedy: () => Promise<unknown>][] = [
      ['detach all policies', () => root.perform(detachUserPolicy, { UserName, PolicyArn: readOnly })],
      ['delete policies', () => root.perform(deleteUserPolicy, { UserName, PolicyName: 'lab' })],
      ['remove users from group', () => root.perform(removeUserFromGroup, { GroupName: 'devs', UserName })],
      ['delete login profile', () => root.perform(deleteLoginProfile, { UserName })],
      ['delete access keys', () => root.perform(deleteAccessKey, { UserName, AccessKeyId: AccessKey.AccessKeyId })],
    ]
    for (const [advice, remedy] of clean) {
      await expect(root.perform(deleteUser, { UserName })).rejects.toMatchObject(conflict(advice))
      await remedy()
    }
    await root.perform(deleteUser, { UserName })
    expect(await lab.store().users.find('bob')).toBeNull()
  })

  it('does not take a name with a slash', async () => {
    const lab = await labWith()
    await expect(lab.root.perform(deleteUser, { UserName: '../ann' })).rejects.toMatchObject(badName('userName'))
  })
})
