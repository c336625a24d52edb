import { describe, expect, it } from 'vitest'
import { noPolicyAllows } from '../testing/expected'
import { allow, labWith } from '../testing/lab'
import { withRole } from '../testing/roles'
import { assumeRole } from './assume-role'
import { assumeRoot } from './assume-root'

const task = 'arn:aws:iam::aws:policy/root-task/IAMAuditRootUserCredentials'
const TaskPolicyArn = { arn: task }
const there = '111122223333'
const rootThere = `arn:aws:iam::${there}:root`

const refused = (principal: string) => ({
  code: 'AccessDenied',
  status: 403,
  message: `User: ${principal} is not authorized to perform: sts:AssumeRoot on resource: ${rootThere}`,
})

describe('AssumeRoot', () => {
  it('is refused to whoever has no permission for the target and the task', async () => {
    const ofTask = allow('sts:AssumeRoot', '*', { StringEquals: { 'sts:TaskPolicyArn': `${task}2` } })
    const lab = await labWith({ ann: [], bob: allow('sts:AssumeRoot', 'arn:aws:iam::444455556666:root'), eve: ofTask })
    for (const [name, TargetPrincipal] of [
      ['ann', there],
      ['bob', rootThere],
      ['eve', there],
    ] as const) {
      await expect(lab.as(name).perform(assumeRoot, { TargetPrincipal, TaskPolicyArn })).rejects.toMatchObject(
        noPolicyAllows(lab.userArn(name), 'sts:AssumeRoot', rootThere),
      )
    }
  })

  it('is refused by an account that is in no organization, whoever asks', async () => {
    const lab = await labWith({
      ann: allow('sts:AssumeRoot', rootThere, { StringEquals: { 'sts:TaskPolicyArn': task } }),
    })
    const input = await withRole(lab, {
      trust: { Principal: { AWS: lab.userArn('ann') } },
      may: [allow('sts:AssumeRoot')],
    })
    const { Credentials } = await lab.as('ann').perform(assumeRole, input)
    for (const actor of [lab.root, lab.as('ann'), lab.holding(Credentials)]) {
      const call = actor.perform(assumeRoot, { TargetPrincipal: there, TaskPolicyArn })
      const error = await call.catch((thrown) => thrown)
      expect(error).toMatchObject(refused(actor.arn))
    }
    const [event] = (await lab.events()).filter(({ name }) => name === 'AssumeRoot')
    expect(event).toMatchObject({ errorCode: 'AccessDenied', source: 'sts.amazonaws.com' })
  })

  it.each<[string, object]>([
    ['no account', { TargetPrincipal: '1234567890123' }],
    ['a user', { TargetPrincipal: `arn:aws:iam::${there}:user/ann` }],
    ['no policy', { TaskPolicyArn: { arn: 'short' } }],
    ['a policy that is for no task', { TaskPolicyArn: { arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' } }],
    ['no policy of AWS', { TaskPolicyArn: { arn: `arn:aws:iam::${there}:policy/root-task/x` } }],
    ['more than fifteen minutes', { DurationSeconds: 901 }],
  ])('does not take %s', async (_, wrong) => {
    const lab = await labWith({ ann: allow('sts:AssumeRoot') })
    const input = { TargetPrincipal: there, TaskPolicyArn, ...wrong }
    await expect(lab.as('ann').perform(assumeRoot, input)).rejects.toMatchObject({
      code: 'ValidationError',
      status: 400,
    })
  })
})
