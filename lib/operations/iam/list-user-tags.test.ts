import { describe, expect, it } from 'vitest'
import { badName, noPolicyAllows, noUser } from '../testing/expected'
import { allow, labWith } from '../testing/lab'
import { listUserTags } from './list-user-tags'
import { tagUser } from './tag-user'

describe('ListUserTags', () => {
  it('gives pages by key', async () => {
    const lab = await labWith({ ann: allow('iam:ListUserTags'), bob: [] })
    const Tags = [
      { Key: 'team', Value: 'dev' },
      { Key: 'cost', Value: '' },
    ]
    await lab.root.perform(tagUser, { UserName: 'bob', Tags })
    const first = await lab.as('ann').perform(listUserTags, { UserName: 'bob', MaxItems: 1 })
    expect(first).toMatchObject({ Tags: [{ Key: 'cost', Value: '' }], IsTruncated: true })
    const last = await lab.as('ann').perform(listUserTags, { UserName: 'bob', Marker: first.Marker })
    expect(last).toEqual({ Tags: [{ Key: 'team', Value: 'dev' }], IsTruncated: false })
  })

  it('is refused without permission', async () => {
    const lab = await labWith({ ann: [], bob: [] })
    await expect(lab.as('ann').perform(listUserTags, { UserName: 'bob' })).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('ann'), 'iam:ListUserTags', 'user bob'),
    )
  })

  it('says that there is no such user', async () => {
    const lab = await labWith()
    await expect(lab.root.perform(listUserTags, { UserName: 'bob' })).rejects.toMatchObject(noUser('bob'))
  })

  it('does not take a bad name', async () => {
    const lab = await labWith()
    await expect(lab.root.perform(listUserTags, { UserName: 'a b' })).rejects.toMatchObject(badName('userName'))
  })
})
