import { describe, expect, it } from 'vitest'
import { noPolicyAllows, noSuchEntity, noUser } from '../testing/expected'
import { allow, labWith } from '../testing/lab'
import { createUser } from './create-user'
import { getUser } from './get-user'
import { putUserPermissionsBoundary } from './put-user-permissions-boundary'

const readOnly = 'arn:aws:iam::aws:policy/ReadOnlyAccess'
const admin = 'arn:aws:iam::aws:policy/AdministratorAccess'
const UserName = 'bob'

describe('PutUserPermissionsBoundary', () => {
  it('limits the user at once, and is replaced by the next', async () => {
    const lab = await labWith({ ann: allow('iam:PutUserPermissionsBoundary'), bob: allow('iam:*') })
    await lab.as('bob').perform(createUser, { UserName: 'cid' })
    await lab.as('ann').perform(putUserPermissionsBoundary, { UserName, PermissionsBoundary: readOnly })
    expect((await lab.as('bob').perform(getUser, { UserName: 'cid' })).User.UserName).toBe('cid')
    await expect(lab.as('bob').perform(createUser, { UserName: 'dan' })).rejects.toMatchObject({
      code: 'AccessDenied',
      message: expect.stringMatching(/because no permissions boundary allows the iam:CreateUser action$/),
    })
    await lab.as('ann').perform(putUserPermissionsBoundary, { UserName, PermissionsBoundary: admin })
    await lab.as('bob').perform(createUser, { UserName: 'dan' })
  })

  it('is asked with the boundary that it sets', async () => {
    const only = { StringEquals: { 'iam:PermissionsBoundary': readOnly } }
    const lab = await labWith({ ann: allow('iam:PutUserPermissionsBoundary', '*', only), bob: [] })
    await lab.as('ann').perform(putUserPermissionsBoundary, { UserName, PermissionsBoundary: readOnly })
    await expect(
      lab.as('ann').perform(putUserPermissionsBoundary, { UserName, PermissionsBoundary: admin }),
    ).rejects.toMatchObject(noPolicyAllows(lab.userArn('ann'), 'iam:PutUserPermissionsBoundary', 'user bob'))
  })

  it('says that there is no such user or policy', async () => {
    const lab = await labWith()
    const put = (PermissionsBoundary: string) =>
      lab.root.perform(putUserPermissionsBoundary, { UserName, PermissionsBoundary })
    await expect(put(readOnly)).rejects.toMatchObject(noUser('bob'))
    await lab.root.perform(createUser, { UserName })
    const none = `arn:aws:iam::${lab.account}:policy/none`
    await expect(put(none)).rejects.toMatchObject(noSuchEntity(`Policy ${none} does not exist or is not attachable.`))
  })

  it('does not take what is no ARN', async () => {
    const lab = await labWith({ bob: [] })
    const PermissionsBoundary = 'ReadOnlyAccess, or so'
    await expect(lab.root.perform(putUserPermissionsBoundary, { UserName, PermissionsBoundary })).rejects.toMatchObject(
      { code: 'ValidationError', message: 'Invalid ARN:  Could not be parsed!' },
    )
  })
})
