import { describe, expect, it } from 'vitest'
import { badName, conflict, noGroup, noPolicyAllows } from '../testing/expected'
import { allow, labWith } from '../testing/lab'
import { addUserToGroup } from './add-user-to-group'
import { attachGroupPolicy } from './attach-group-policy'
import { createGroup } from './create-group'
import { deleteGroup } from './delete-group'
import { deleteGroupPolicy } from './delete-group-policy'
import { detachGroupPolicy } from './detach-group-policy'
import { putGroupPolicy } from './put-group-policy'
import { removeUserFromGroup } from './remove-user-from-group'

const readOnly = 'arn:aws:iam::aws:policy/ReadOnlyAccess'
const document = JSON.stringify({ Version: '2012-10-17', Statement: [allow('s3:ListAllMyBuckets')] })

describe('DeleteGroup', () => {
  it('succeeds', async () => {
    const lab = await labWith({ ann: allow('iam:DeleteGroup') })
    await lab.root.perform(createGroup, { GroupName: 'devs' })
    await lab.as('ann').perform(deleteGroup, { GroupName: 'devs' })
    expect(await lab.store().groups.find('devs')).toBeNull()
  })

  it('is refused without permission', async () => {
    const lab = await labWith({ ann: [] })
    await expect(lab.as('ann').perform(deleteGroup, { GroupName: 'devs' })).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('ann'), 'iam:DeleteGroup', 'group devs'),
    )
  })

  it('says that there is no such group', async () => {
    const lab = await labWith()
    await expect(lab.root.perform(deleteGroup, { GroupName: 'devs' })).rejects.toMatchObject(noGroup('devs'))
  })

  it('names what hangs on the group, one after the other', async () => {
    const { root } = await labWith({ bob: [] })
    const GroupName = 'devs'
    await root.perform(createGroup, { GroupName })
    await root.perform(addUserToGroup, { GroupName, UserName: 'bob' })
    await root.perform(attachGroupPolicy, { GroupName, PolicyArn: readOnly })
    await root.perform(putGroupPolicy, { GroupName, PolicyName: 'own', PolicyDocument: document })
    const clean: [advice: string, remedy: () => Promise<unknown>][] = [
      ['remove users from group', () => root.perform(removeUserFromGroup, { GroupName, UserName: 'bob' })],
      ['detach all policies', () => root.perform(detachGroupPolicy, { GroupName, PolicyArn: readOnly })],
      ['delete policies', () => root.perform(deleteGroupPolicy, { GroupName, PolicyName: 'own' })],
    ]
    for (const [advice, remedy] of clean) {
      await expect(root.perform(deleteGroup, { GroupName })).rejects.toMatchObject(conflict(advice))
      await remedy()
    }
    await root.perform(deleteGroup, { GroupName })
  })

  it('does not take a bad name', async () => {
    const lab = await labWith()
    await expect(lab.root.perform(deleteGroup, { GroupName: 'a b' })).rejects.toMatchObject(badName('groupName'))
  })
})
