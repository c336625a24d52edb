import { describe, expect, it } from 'vitest'
import { accountOfAccessKey } from '@/lib/aws/access-key-id'
import { unseal } from '@/lib/secrets/seal'
import { directory } from '@/lib/store'
import { badName, noPolicyAllows, noUser, overQuota } from '../testing/expected'
import { allow, labWith } from '../testing/lab'
import { createAccessKey } from './create-access-key'

describe('CreateAccessKey', () => {
  it('shows the secret once and keeps it sealed, out of the events', async () => {
    const lab = await labWith({ ann: allow('iam:CreateAccessKey', 'arn:aws:iam::*:user/bob'), bob: [] })
    const { AccessKey } = await lab.as('ann').perform(createAccessKey, { UserName: 'BOB' })
    expect(AccessKey).toEqual({
      UserName: 'bob',
      AccessKeyId: expect.stringMatching(/^AKIA[A-Z2-7]{16}$/),
      Status: 'Active',
      SecretAccessKey: expect.stringMatching(/^[A-Za-z0-9+/]{40}$/),
      CreateDate: lab.now,
    })
    expect(accountOfAccessKey(AccessKey.AccessKeyId)).toBe(lab.account)
    const kept = await directory().findAccessKey(AccessKey.AccessKeyId)
    expect(kept?.key.secretSealed).not.toContain(AccessKey.SecretAccessKey)
    expect(unseal(kept?.key.secretSealed ?? '', 'access-key')).toBe(AccessKey.SecretAccessKey)
    const [event] = await lab.events()
    expect(event?.record).toContain(AccessKey.AccessKeyId)
    expect(event?.record).not.toContain(AccessKey.SecretAccessKey)
  })

  it('means the caller without a name: a user or root', async () => {
    const lab = await labWith({ ann: allow('iam:CreateAccessKey', 'arn:aws:iam::*:user/ann') })
    const { AccessKey } = await lab.as('ann').perform(createAccessKey, {})
    expect(AccessKey.UserName).toBe('ann')
    const ofRoot = await lab.root.perform(createAccessKey, {})
    expect(ofRoot.AccessKey.UserName).toBeUndefined()
    expect(await lab.store().accessKeys.find(ofRoot.AccessKey.AccessKeyId)).toMatchObject({ userId: lab.account })
  })

  it('is refused without permission', async () => {
    const lab = await labWith({ ann: allow('iam:CreateAccessKey', 'arn:aws:iam::*:user/ann'), bob: [] })
    await expect(lab.as('ann').perform(createAccessKey, { UserName: 'bob' })).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('ann'), 'iam:CreateAccessKey', 'user bob'),
    )
  })

  it('says that there is no such user', async () => {
    const lab = await labWith()
    await expect(lab.root.perform(createAccessKey, { UserName: 'bob' })).rejects.toMatchObject(noUser('bob'))
  })

  it('stops at two keys', async () => {
    const lab = await labWith({ bob: [] })
    for (const UserName of ['bob', undefined]) {
      await lab.root.perform(createAccessKey, { UserName })
      await lab.root.perform(createAccessKey, { UserName })
      await expect(lab.root.perform(createAccessKey, { UserName })).rejects.toMatchObject(
        overQuota('AccessKeysPerUser', 2),
      )
    }
  })

  it('stops at two keys also when four calls come at once', async () => {
    const lab = await labWith({ bob: [] })
    const calls = Array.from({ length: 4 }, () => lab.root.perform(createAccessKey, { UserName: 'bob' }))
    const outcomes = await Promise.allSettled(calls)
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'fulfilled', 'rejected', 'rejected'])
    const bob = await lab.store().users.find('bob')
    expect(await lab.store().accessKeys.count(bob?.id ?? '')).toBe(2)
  })

  it('does not take a bad name', async () => {
    const lab = await labWith()
    await expect(lab.root.perform(createAccessKey, { UserName: 'a b' })).rejects.toMatchObject(badName('userName'))
  })
})
