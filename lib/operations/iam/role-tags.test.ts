import { describe, expect, it } from 'vitest'
import { badInput, badName, noPolicyAllows, noRole } from '../testing/expected'
import { allow, labWith, trusting } from '../testing/lab'
import { createRole } from './create-role'
import { getRole } from './get-role'
import { listRoleTags } from './list-role-tags'
import { tagRole } from './tag-role'
import { untagRole } from './untag-role'

const RoleName = 'Deployer'
const tag = (Key: string, Value = 'x') => ({ Key, Value })

async function labOf(statements: Parameters<typeof labWith>[0] = {}) {
  const lab = await labWith(statements)
  for (const name of [RoleName, 'Other']) {
    await lab.root.perform(createRole, { RoleName: name, AssumeRolePolicyDocument: trusting('*') })
  }
  return lab
}

describe('TagRole', () => {
  it('adds tags, and a key in other letters takes the new value', async () => {
    const lab = await labOf({ ann: allow('iam:TagRole') })
    await lab.as('ann').perform(tagRole, { RoleName, Tags: [tag('Team', 'dev'), tag('cost', '1')] })
    await lab.as('ann').perform(tagRole, { RoleName, Tags: [tag('team', 'ops')] })
    const expected = [tag('cost', '1'), tag('team', 'ops')]
    expect((await lab.root.perform(listRoleTags, { RoleName })).Tags).toEqual(expected)
    expect((await lab.root.perform(getRole, { RoleName })).Role.Tags).toHaveLength(2)
  })

  it('is asked with the tags of the request and of the role', async () => {
    const mine = { StringEquals: { 'iam:ResourceTag/team': 'dev', 'aws:RequestTag/level': '1' } }
    const lab = await labOf({ ann: allow('iam:TagRole', '*', mine) })
    await lab.root.perform(tagRole, { RoleName, Tags: [tag('team', 'dev')] })
    await lab.as('ann').perform(tagRole, { RoleName, Tags: [tag('level', '1')] })
    for (const other of [
      { RoleName, Tags: [tag('level', '2')] },
      { RoleName: 'Other', Tags: [tag('level', '1')] },
    ]) {
      await expect(lab.as('ann').perform(tagRole, other)).rejects.toMatchObject(
        noPolicyAllows(lab.userArn('ann'), 'iam:TagRole', `role ${other.RoleName}`),
      )
    }
  })

  it('says that there is no such role, and does not take bad tags', async () => {
    const lab = await labOf()
    await expect(lab.root.perform(tagRole, { RoleName: 'None', Tags: [tag('a')] })).rejects.toMatchObject(
      noRole('None'),
    )
    await expect(lab.root.perform(tagRole, { RoleName, Tags: [tag('a'), tag('A')] })).rejects.toMatchObject({
      code: 'InvalidInput',
    })
    const many = Array.from({ length: 50 }, (_, number) => tag(`k${number}`))
    await lab.root.perform(tagRole, { RoleName, Tags: many })
    await expect(lab.root.perform(tagRole, { RoleName, Tags: [tag('more')] })).rejects.toMatchObject({
      code: 'LimitExceeded',
    })
  })
})

describe('UntagRole', () => {
  it('removes keys without regard to case', async () => {
    const lab = await labOf({ ann: allow('iam:UntagRole', 'arn:aws:iam::*:role/Deployer') })
    await lab.root.perform(tagRole, { RoleName, Tags: [tag('Team'), tag('cost')] })
    await lab.as('ann').perform(untagRole, { RoleName, TagKeys: ['TEAM', 'none'] })
    expect((await lab.root.perform(listRoleTags, { RoleName })).Tags).toEqual([tag('cost')])
    await expect(lab.as('ann').perform(untagRole, { RoleName: 'Other', TagKeys: ['a'] })).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('ann'), 'iam:UntagRole', 'role Other'),
    )
    await expect(lab.root.perform(untagRole, { RoleName: 'None', TagKeys: ['a'] })).rejects.toMatchObject(
      noRole('None'),
    )
    const TagKeys = ['k'.repeat(129)]
    await expect(lab.root.perform(untagRole, { RoleName, TagKeys })).rejects.toMatchObject(
      badInput('tagKeys.1.member', 'Member must have length less than or equal to 128'),
    )
  })
})

describe('ListRoleTags', () => {
  it('gives pages by key to those who may', async () => {
    const lab = await labOf({ ann: allow('iam:ListRoleTags', 'arn:aws:iam::*:role/Deployer') })
    await lab.root.perform(tagRole, { RoleName, Tags: [tag('b'), tag('a')] })
    const first = await lab.as('ann').perform(listRoleTags, { RoleName, MaxItems: 1 })
    expect(first).toMatchObject({ Tags: [tag('a')], IsTruncated: true })
    const last = await lab.as('ann').perform(listRoleTags, { RoleName, Marker: first.Marker })
    expect(last).toEqual({ Tags: [tag('b')], IsTruncated: false })
    await expect(lab.as('ann').perform(listRoleTags, { RoleName: 'Other' })).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('ann'), 'iam:ListRoleTags', 'role Other'),
    )
    await expect(lab.root.perform(listRoleTags, { RoleName: 'None' })).rejects.toMatchObject(noRole('None'))
    await expect(lab.root.perform(listRoleTags, { RoleName: 'a b' })).rejects.toMatchObject(badName('roleName'))
  })
})
