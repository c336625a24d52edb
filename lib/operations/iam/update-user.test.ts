import { describe, expect, it } from 'vitest'
import { badInput, noPolicyAllows, noUser } from '../testing/expected'
import { allow, labWith } from '../testing/lab'
import { addUserToGroup } from './add-user-to-group'
import { createGroup } from './create-group'
import { listGroupsForUser } from './list-groups-for-user'
import { tagUser } from './tag-user'
import { updateUser } from './update-user'

describe('UpdateUser', () => {
  it('renames and moves, and keeps the ID and the memberships', async () => {
    const lab = await labWith({ ann: [] })
    const before = await lab.store().users.find('ann')
    await lab.root.perform(createGroup, { GroupName: 'devs' })
    await lab.root.perform(addUserToGroup, { GroupName: 'devs', UserName: 'ann' })
    await lab.root.perform(updateUser, { UserName: 'ann', NewUserName: 'Anna', NewPath: '/dev/' })
    expect(await lab.store().users.find('ann')).toBeNull()
    expect(await lab.store().users.find('anna')).toMatchObject({ id: before?.id, name: 'Anna', path: '/dev/' })
    const { Groups } = await lab.root.perform(listGroupsForUser, { UserName: 'Anna' })
    expect(Groups).toMatchObject([{ GroupName: 'devs' }])
  })

  it('changes the case of a name and leaves alone what is not given', async () => {
    const lab = await labWith({ ann: [] })
    await lab.root.perform(updateUser, { UserName: 'ann', NewUserName: 'ANN' })
    await lab.root.perform(updateUser, { UserName: 'ann', NewPath: '/dev/' })
    expect(await lab.store().users.find('ann')).toMatchObject({ name: 'ANN', path: '/dev/' })
  })

  it('needs the permission on the old and on the new name', async () => {
    const onBob = allow('iam:UpdateUser', 'arn:aws:iam::*:user/bob')
    const lab = await labWith({ ann: onBob, bob: [] })
    await expect(lab.as('ann').perform(updateUser, { UserName: 'bob', NewUserName: 'rob' })).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('ann'), 'iam:UpdateUser', 'user rob'),
    )
    await expect(lab.as('ann').perform(updateUser, { UserName: 'ann', NewUserName: 'bob' })).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('ann'), 'iam:UpdateUser', 'user ann'),
    )
  })

  it('asks on both names about the tags that the user has', async () => {
    const lab = await labWith({
      ann: allow('iam:UpdateUser', '*', { StringEquals: { 'aws:ResourceTag/team': 'dev' } }),
      bob: [],
    })
    const rename = () => lab.as('ann').perform(updateUser, { UserName: 'bob', NewUserName: 'rob' })
    await expect(rename()).rejects.toMatchObject({ code: 'AccessDenied' })
    await lab.root.perform(tagUser, { UserName: 'bob', Tags: [{ Key: 'team', Value: 'dev' }] })
    await rename()
  })

  it('says that there is no such user, or that the name is taken', async () => {
    const lab = await labWith({ ann: [], bob: [] })
    await expect(lab.root.perform(updateUser, { UserName: 'nobody', NewUserName: 'x' })).rejects.toMatchObject(
      noUser('nobody'),
    )
    await expect(lab.root.perform(updateUser, { UserName: 'ann', NewUserName: 'BOB' })).rejects.toMatchObject({
      code: 'EntityAlreadyExists',
      status: 409,
      message: 'User with name BOB already exists.',
    })
  })

  it('does not take a new name of more than 64 characters', async () => {
    const lab = await labWith({ ann: [] })
    const NewUserName = 'a'.repeat(65)
    await expect(lab.root.perform(updateUser, { UserName: 'ann', NewUserName })).rejects.toMatchObject(
      badInput('newUserName', 'Member must have length less than or equal to 64'),
    )
  })
})
