import { describe, expect, it } from 'vitest'
import type { Operation } from '../define'
import { noPolicyAllows, noUser } from '../testing/expected'
import { allow, labWith } from '../testing/lab'
import { listServiceSpecificCredentials } from './list-service-specific-credentials'
import { listSigningCertificates } from './list-signing-certificates'
import { listSshPublicKeys } from './list-ssh-public-keys'

const lists: Operation<object, object>[] = [listServiceSpecificCredentials, listSigningCertificates, listSshPublicKeys]

describe.each(lists)('$name', (list) => {
  it('is empty', async () => {
    const lab = await labWith({ ann: allow(`iam:${list.name}`) })
    for (const input of [{}, { UserName: 'ann' }]) {
      const answer = await lab.as('ann').perform(list, input)
      expect(answer).toMatchObject({ IsTruncated: false })
      expect(Object.values(answer)).toContainEqual([])
    }
  })

  it('is refused without permission', async () => {
    const lab = await labWith({ ann: [] })
    await expect(lab.as('ann').perform(list, {})).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('ann'), `iam:${list.name}`, 'user ann'),
    )
  })

  it('says that there is no such user', async () => {
    const lab = await labWith()
    await expect(lab.root.perform(list, { UserName: 'bob' })).rejects.toMatchObject(noUser('bob'))
  })

  it('does not take more than 1000 items', async () => {
    const lab = await labWith()
    await expect(lab.root.perform(list, { MaxItems: 1001 })).rejects.toMatchObject({ code: 'ValidationError' })
  })
})
