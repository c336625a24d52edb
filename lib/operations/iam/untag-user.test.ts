import { describe, expect, it } from 'vitest'
import { badInput, noPolicyAllows, noUser } from '../testing/expected'
import { allow, labWith } from '../testing/lab'
import { listUserTags } from './list-user-tags'
import { tagUser } from './tag-user'
import { untagUser } from './untag-user'

const Tags = [
  { Key: 'Team', Value: 'dev' },
  { Key: 'cost', Value: '1' },
]

describe('UntagUser', () => {
  it('removes keys without regard to case, and does not mind those that are not there', async () => {
    const onlyTeam = { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['TEAM', 'none'] } }
    const lab = await labWith({ ann: allow('iam:UntagUser', '*', onlyTeam), bob: [] })
    await lab.root.perform(tagUser, { UserName: 'bob', Tags })
    await lab.as('ann').perform(untagUser, { UserName: 'bob', TagKeys: ['TEAM', 'none'] })
    expect((await lab.root.perform(listUserTags, { UserName: 'bob' })).Tags).toEqual([{ Key: 'cost', Value: '1' }])
    await expect(lab.as('ann').perform(untagUser, { UserName: 'bob', TagKeys: ['cost'] })).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('ann'), 'iam:UntagUser', 'user bob'),
    )
  })

  it('is refused without permission', async () => {
    const lab = await labWith({ ann: [] })
    await expect(lab.as('ann').perform(untagUser, { UserName: 'bob', TagKeys: ['a'] })).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('ann'), 'iam:UntagUser', 'user bob'),
    )
  })

  it('says that there is no such user', async () => {
    const lab = await labWith()
    await expect(lab.root.perform(untagUser, { UserName: 'bob', TagKeys: ['a'] })).rejects.toMatchObject(noUser('bob'))
  })

  it('does not take a key of more than 128 characters', async () => {
    const lab = await labWith({ bob: [] })
    const TagKeys = ['a', 'k'.repeat(129)]
    await expect(lab.root.perform(untagUser, { UserName: 'bob', TagKeys })).rejects.toMatchObject(
      badInput('tagKeys.2.member', 'Member must have length less than or equal to 128'),
    )
  })
})
