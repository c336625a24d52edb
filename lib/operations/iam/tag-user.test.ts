import { describe, expect, it } from 'vitest'
import { badInput, noPolicyAllows, noUser } from '../testing/expected'
import { allow, labWith } from '../testing/lab'
import { getUser } from './get-user'
import { listUserTags } from './list-user-tags'
import { tagUser } from './tag-user'

const tag = (Key: string, Value = 'x') => ({ Key, Value })
const some = (count: number, prefix: string) => Array.from({ length: count }, (_, number) => tag(`${prefix}${number}`))

describe('TagUser', () => {
  it('adds tags, and a key in other letters takes the new value', async () => {
    const lab = await labWith({ ann: allow('iam:TagUser'), bob: [] })
    await lab.as('ann').perform(tagUser, { UserName: 'bob', Tags: [tag('Team', 'dev'), tag('cost', '1')] })
    await lab.as('ann').perform(tagUser, { UserName: 'bob', Tags: [tag('team', 'ops')] })
    const { Tags } = await lab.root.perform(listUserTags, { UserName: 'bob' })
    expect(Tags).toEqual([tag('cost', '1'), tag('team', 'ops')])
  })

  it('is asked with the tags of the request and of the user', async () => {
    const sameTeam = { StringEquals: { 'iam:ResourceTag/team': 'dev', 'aws:RequestTag/level': ['1', '2'] } }
    const onlyLevel = { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['level'] } }
    const lab = await labWith({ ann: allow('iam:TagUser', '*', { ...sameTeam, ...onlyLevel }), bob: [], cid: [] })
    await lab.root.perform(tagUser, { UserName: 'bob', Tags: [tag('team', 'dev')] })
    const set = (UserName: string, ...Tags: ReturnType<typeof tag>[]) =>
      lab.as('ann').perform(tagUser, { UserName, Tags })
    const denied = (name: string) => noPolicyAllows(lab.userArn('ann'), 'iam:TagUser', `user ${name}`)
    await set('bob', tag('level', '1'))
    await expect(set('bob', tag('level', '3'))).rejects.toMatchObject(denied('bob'))
    await expect(set('bob', tag('level', '2'), tag('more'))).rejects.toMatchObject(denied('bob'))
    await expect(set('cid', tag('level', '1'))).rejects.toMatchObject(denied('cid'))
  })

  it("changes what the user's own tags allow, at once", async () => {
    const lab = await labWith({ ann: allow('iam:GetUser', '*', { StringEquals: { 'aws:PrincipalTag/team': 'dev' } }) })
    await expect(lab.as('ann').perform(getUser, {})).rejects.toMatchObject({ code: 'AccessDenied' })
    await lab.root.perform(tagUser, { UserName: 'ann', Tags: [tag('team', 'dev')] })
    expect((await lab.as('ann').perform(getUser, {})).User.UserName).toBe('ann')
  })

  it('says that there is no such user', async () => {
    const lab = await labWith()
    await expect(lab.root.perform(tagUser, { UserName: 'bob', Tags: [tag('a')] })).rejects.toMatchObject(noUser('bob'))
  })

  it('stops at 50 tags', async () => {
    const lab = await labWith({ bob: [] })
    await lab.root.perform(tagUser, { UserName: 'bob', Tags: some(50, 'a') })
    await lab.root.perform(tagUser, { UserName: 'bob', Tags: [tag('A0', 'again')] })
    await expect(lab.root.perform(tagUser, { UserName: 'bob', Tags: [tag('b')] })).rejects.toMatchObject({
      code: 'LimitExceeded',
      status: 409,
      message: 'The number of tags has reached the maximum limit.',
    })
  })

  it.each([
    ['51 tags', some(51, 'a'), badInput('tags', 'Member must have length less than or equal to 50')],
    [
      'an empty key',
      [tag('a'), tag('')],
      { code: 'ValidationError', message: expect.stringContaining("Value at 'tags.2.member.key' failed to satisfy") },
    ],
    [
      'a long value',
      [tag('a', 'v'.repeat(257))],
      badInput('tags.1.member.value', 'Member must have length less than or equal to 256'),
    ],
    ["a key of AWS's own", [tag('Aws:x')], { code: 'InvalidInput' }],
    ['a key twice', [tag('a'), tag('A')], { code: 'InvalidInput' }],
  ])('does not take %s', async (_, Tags, expected) => {
    const lab = await labWith({ bob: [] })
    await expect(lab.root.perform(tagUser, { UserName: 'bob', Tags })).rejects.toMatchObject(expected)
  })
})
