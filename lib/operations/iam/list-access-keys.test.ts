import { describe, expect, it } from 'vitest'
import { badName, noPolicyAllows, noUser } from '../testing/expected'
import { allow, labWith } from '../testing/lab'
import { createAccessKey } from './create-access-key'
import { listAccessKeys } from './list-access-keys'

const ids = ({ AccessKeyMetadata }: { AccessKeyMetadata: { AccessKeyId: string }[] }) =>
  AccessKeyMetadata.map((key) => key.AccessKeyId)

describe('ListAccessKeys', () => {
  it('gives pages, oldest first, without secrets', async () => {
    const lab = await labWith({ ann: allow('iam:ListAccessKeys'), bob: [] })
    const made: string[] = []
    for (let turn = 0; turn < 2; turn++) {
      lab.now = new Date(lab.now.getTime() + 1000)
      made.push((await lab.root.perform(createAccessKey, { UserName: 'bob' })).AccessKey.AccessKeyId)
    }
    const first = await lab.as('ann').perform(listAccessKeys, { UserName: 'bob', MaxItems: 1 })
    expect(first.IsTruncated).toBe(true)
    const last = await lab.as('ann').perform(listAccessKeys, { UserName: 'bob', Marker: first.Marker })
    expect([...ids(first), ...ids(last)]).toEqual(made)
    expect(last).toEqual({
      AccessKeyMetadata: [{ UserName: 'bob', AccessKeyId: made[1], Status: 'Active', CreateDate: lab.now }],
      IsTruncated: false,
    })
  })

  it('means the caller without a name', async () => {
    const lab = await labWith({ ann: allow('iam:ListAccessKeys', 'arn:aws:iam::*:user/ann') })
    const { AccessKey } = await lab.root.perform(createAccessKey, {})
    expect(ids(await lab.root.perform(listAccessKeys, {}))).toEqual([AccessKey.AccessKeyId])
    expect(ids(await lab.as('ann').perform(listAccessKeys, {}))).toEqual([])
  })

  it('is refused without permission', async () => {
    const lab = await labWith({ ann: [] })
    await expect(lab.as('ann').perform(listAccessKeys, {})).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('ann'), 'iam:ListAccessKeys', 'user ann'),
    )
  })

  it('says that there is no such user', async () => {
    const lab = await labWith()
    await expect(lab.root.perform(listAccessKeys, { UserName: 'bob' })).rejects.toMatchObject(noUser('bob'))
  })

  it('does not take a bad name', async () => {
    const lab = await labWith()
    await expect(lab.root.perform(listAccessKeys, { UserName: 'a b' })).rejects.toMatchObject(badName('userName'))
  })
})
