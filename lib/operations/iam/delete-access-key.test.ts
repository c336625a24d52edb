import { describe, expect, it } from 'vitest'
import { badInput, noPolicyAllows, noSuchEntity, noUser } from '../testing/expected'
import { allow, labWith } from '../testing/lab'
import { createAccessKey } from './create-access-key'
import { deleteAccessKey } from './delete-access-key'

const example = 'AKIAIOSFODNN7EXAMPLE'

describe('DeleteAccessKey', () => {
  it('succeeds, and the owner may have a new one', async () => {
    const lab = await labWith({ ann: allow('iam:DeleteAccessKey'), bob: [] })
    await lab.root.perform(createAccessKey, { UserName: 'bob' })
    const { AccessKey } = await lab.root.perform(createAccessKey, { UserName: 'bob' })
    const { AccessKeyId } = AccessKey
    await lab.as('ann').perform(deleteAccessKey, { UserName: 'bob', AccessKeyId })
    expect(await lab.store().accessKeys.find(AccessKeyId)).toBeNull()
    await lab.root.perform(createAccessKey, { UserName: 'bob' })
  })

  it('deletes own keys without a name, and no others', async () => {
    const lab = await labWith({ ann: allow('iam:DeleteAccessKey') })
    const { AccessKey } = await lab.root.perform(createAccessKey, {})
    const { AccessKeyId } = AccessKey
    await expect(lab.as('ann').perform(deleteAccessKey, { AccessKeyId })).rejects.toMatchObject(
      noSuchEntity(`The Access Key with id ${AccessKeyId} cannot be found.`),
    )
    await lab.root.perform(deleteAccessKey, { AccessKeyId })
    expect(await lab.store().accessKeys.find(AccessKeyId)).toBeNull()
  })

  it('is refused without permission', async () => {
    const lab = await labWith({ ann: [] })
    await expect(
      lab.as('ann').perform(deleteAccessKey, { UserName: 'bob', AccessKeyId: example }),
    ).rejects.toMatchObject(noPolicyAllows(lab.userArn('ann'), 'iam:DeleteAccessKey', 'user bob'))
  })

  it('says that there is no such user or key', async () => {
    const lab = await labWith({ ann: [] })
    const remove = (UserName: string) => lab.root.perform(deleteAccessKey, { UserName, AccessKeyId: example })
    await expect(remove('bob')).rejects.toMatchObject(noUser('bob'))
    await expect(remove('ann')).rejects.toMatchObject(
      noSuchEntity(`The Access Key with id ${example} cannot be found.`),
    )
  })

  it('does not take a short ID', async () => {
    const lab = await labWith({ ann: [] })
    await expect(lab.root.perform(deleteAccessKey, { AccessKeyId: 'AKIA' })).rejects.toMatchObject(
      badInput('accessKeyId', 'Member must have length greater than or equal to 16'),
    )
  })
})
