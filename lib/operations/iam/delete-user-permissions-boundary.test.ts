import { describe, expect, it } from 'vitest'
import { badName, noPolicyAllows, noUser } from '../testing/expected'
import { allow, labWith } from '../testing/lab'
import { deleteUserPermissionsBoundary } from './delete-user-permissions-boundary'
import { getUser } from './get-user'
import { putUserPermissionsBoundary } from './put-user-permissions-boundary'

const readOnly = 'arn:aws:iam::aws:policy/ReadOnlyAccess'
const admin = 'arn:aws:iam::aws:policy/AdministratorAccess'
const UserName = 'bob'

describe('DeleteUserPermissionsBoundary', () => {
  it('frees the user, and does not mind a user without one', async () => {
    const lab = await labWith({ ann: allow('iam:DeleteUserPermissionsBoundary'), bob: [] })
    await lab.root.perform(putUserPermissionsBoundary, { UserName, PermissionsBoundary: readOnly })
    await lab.as('ann').perform(deleteUserPermissionsBoundary, { UserName })
    expect((await lab.root.perform(getUser, { UserName })).User).not.toHaveProperty('PermissionsBoundary')
    await lab.as('ann').perform(deleteUserPermissionsBoundary, { UserName })
  })

  it('is asked with the boundary that is there', async () => {
    const only = { StringEquals: { 'iam:PermissionsBoundary': readOnly } }
    const lab = await labWith({ ann: allow('iam:DeleteUserPermissionsBoundary', '*', only), bob: [] })
    const denied = noPolicyAllows(lab.userArn('ann'), 'iam:DeleteUserPermissionsBoundary', 'user bob')
    const remove = () => lab.as('ann').perform(deleteUserPermissionsBoundary, { UserName })
    await expect(remove()).rejects.toMatchObject(denied)
    await lab.root.perform(putUserPermissionsBoundary, { UserName, PermissionsBoundary: admin })
    await expect(remove()).rejects.toMatchObject(denied)
    await lab.root.perform(putUserPermissionsBoundary, { UserName, PermissionsBoundary: readOnly })
    await remove()
  })

  it('says that there is no such user', async () => {
    const lab = await labWith()
    await expect(lab.root.perform(deleteUserPermissionsBoundary, { UserName })).rejects.toMatchObject(noUser('bob'))
  })

  it('does not take a bad name', async () => {
    const lab = await labWith()
    await expect(lab.root.perform(deleteUserPermissionsBoundary, { UserName: 'a b' })).rejects.toMatchObject(
      badName('userName'),
    )
  })
})
