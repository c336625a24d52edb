import { describe, expect, it } from 'vitest'
import { badInput, noPolicyAllows, noSuchEntity, noUser } from '../testing/expected'
import { allow, labWith } from '../testing/lab'
import { createAccessKey } from './create-access-key'
import { updateAccessKey } from './update-access-key'

const example = 'AKIAIOSFODNN7EXAMPLE'
const Status = 'Inactive'

describe('UpdateAccessKey', () => {
  it('deactivates and activates', async () => {
    const lab = await labWith({ ann: allow('iam:UpdateAccessKey'), bob: [] })
    const { AccessKey } = await lab.root.perform(createAccessKey, { UserName: 'bob' })
    const { AccessKeyId } = AccessKey
    for (const Status of ['Inactive', 'Active'] as const) {
      await lab.as('ann').perform(updateAccessKey, { UserName: 'bob', AccessKeyId, Status })
      expect(await lab.store().accessKeys.find(AccessKeyId)).toMatchObject({ status: Status })
    }
  })

  it("means the caller's own key without a name", async () => {
    const lab = await labWith({ ann: allow('iam:UpdateAccessKey'), bob: [] })
    const { AccessKey } = await lab.root.perform(createAccessKey, { UserName: 'bob' })
    const { AccessKeyId } = AccessKey
    await expect(lab.as('ann').perform(updateAccessKey, { AccessKeyId, Status })).rejects.toMatchObject(
      noSuchEntity(`The Access Key with id ${AccessKeyId} cannot be found.`),
    )
    expect(await lab.store().accessKeys.find(AccessKeyId)).toMatchObject({ status: 'Active' })
  })

  it('is refused without permission', async () => {
    const lab = await labWith({ ann: [] })
    await expect(
      lab.as('ann').perform(updateAccessKey, { UserName: 'bob', AccessKeyId: example, Status }),
    ).rejects.toMatchObject(noPolicyAllows(lab.userArn('ann'), 'iam:UpdateAccessKey', 'user bob'))
  })

  it('says that there is no such user or key', async () => {
    const lab = await labWith({ ann: [] })
    const update = (UserName: string) => lab.root.perform(updateAccessKey, { UserName, AccessKeyId: example, Status })
    await expect(update('bob')).rejects.toMatchObject(noUser('bob'))
    await expect(update('ann')).rejects.toMatchObject(
      noSuchEntity(`The Access Key with id ${example} cannot be found.`),
    )
  })

  it('does not take another status', async () => {
    const lab = await labWith({ ann: [] })
    const input = { UserName: 'ann', AccessKeyId: example, Status: 'Paused' as 'Active' }
    await expect(lab.root.perform(updateAccessKey, input)).rejects.toMatchObject(
      badInput('status', 'Member must satisfy enum value set: [Active, Inactive]'),
    )
  })
})
