import { describe, expect, it } from 'vitest'
import { writeData } from '@/lib/store'
import { badInput, noPolicyAllows, noSuchEntity } from '../testing/expected'
import { allow, labWith } from '../testing/lab'
import { createAccessKey } from './create-access-key'
import { getAccessKeyLastUsed } from './get-access-key-last-used'

const example = 'AKIAIOSFODNN7EXAMPLE'

describe('GetAccessKeyLastUsed', () => {
  it('tells whose key it is and when it was used', async () => {
    const lab = await labWith({ ann: allow('iam:GetAccessKeyLastUsed', 'arn:aws:iam::*:user/bob'), bob: [] })
    const { AccessKey } = await lab.root.perform(createAccessKey, { UserName: 'bob' })
    const { AccessKeyId } = AccessKey
    expect(await lab.as('ann').perform(getAccessKeyLastUsed, { AccessKeyId })).toEqual({
      UserName: 'bob',
      AccessKeyLastUsed: { LastUsedDate: undefined, ServiceName: 'N/A', Region: 'N/A' },
    })
    const use = { at: lab.now, service: 's3', region: 'eu-west-1' }
    await writeData(lab.account, (store) => store.accessKeys.recordUse(AccessKeyId, use))
    expect(await lab.as('ann').perform(getAccessKeyLastUsed, { AccessKeyId })).toEqual({
      UserName: 'bob',
      AccessKeyLastUsed: { LastUsedDate: lab.now, ServiceName: 's3', Region: 'eu-west-1' },
    })
  })

  it("is asked on the key's user", async () => {
    const lab = await labWith({ ann: allow('iam:GetAccessKeyLastUsed', 'arn:aws:iam::*:user/bob'), cid: [] })
    const { AccessKey } = await lab.root.perform(createAccessKey, { UserName: 'cid' })
    for (const AccessKeyId of [AccessKey.AccessKeyId, example]) {
      await expect(lab.as('ann').perform(getAccessKeyLastUsed, { AccessKeyId })).rejects.toMatchObject(
        noPolicyAllows(lab.userArn('ann'), 'iam:GetAccessKeyLastUsed', `access key ${AccessKeyId}`),
      )
    }
  })

  it('says that there is no such key', async () => {
    const lab = await labWith()
    await expect(lab.root.perform(getAccessKeyLastUsed, { AccessKeyId: example })).rejects.toMatchObject(
      noSuchEntity(`The Access Key with id ${example} cannot be found.`),
    )
  })

  it("does not find another account's key", async () => {
    const other = await labWith()
    const { AccessKey } = await other.root.perform(createAccessKey, {})
    const lab = await labWith()
    const { AccessKeyId } = AccessKey
    await expect(lab.root.perform(getAccessKeyLastUsed, { AccessKeyId })).rejects.toMatchObject({
      code: 'NoSuchEntity',
    })
  })

  it('does not take an ID with other characters', async () => {
    const lab = await labWith()
    const AccessKeyId = 'AKIA-IOSFODNN7-EXAMPLE'
    await expect(lab.root.perform(getAccessKeyLastUsed, { AccessKeyId })).rejects.toMatchObject(
      badInput('accessKeyId', 'Member must satisfy regular expression pattern: [\\w]+'),
    )
  })
})
