import { describe, expect, it } from 'vitest'
import type { Operation } from '@/lib/operations/define'
import { attachUserPolicy } from '@/lib/operations/iam/attach-user-policy'
import { createLoginProfile } from '@/lib/operations/iam/create-login-profile'
import { createPolicy } from '@/lib/operations/iam/create-policy'
import { createUser } from '@/lib/operations/iam/create-user'
import { getUser } from '@/lib/operations/iam/get-user'
import { listUsers } from '@/lib/operations/iam/list-users'
import { putUserPermissionsBoundary } from '@/lib/operations/iam/put-user-permissions-boundary'
import { tagUser } from '@/lib/operations/iam/tag-user'
import { allow, deny, documentOf, type Lab, labWith } from '@/lib/operations/testing/lab'
import { type MayRead, type Wanted, whyDenied } from './why'

const everything: MayRead = async () => true
const nothing: MayRead = async () => false

/** Asks as the user; the lab finds out who calls by a first call. */
async function why<In>(
  lab: Lab,
  who: string,
  operation: Operation<In>,
  input: unknown,
  mayRead = everything,
  wanted: Wanted = {},
) {
  const actor = lab.as(who)
  await actor.perform(getUser, { UserName: who }).catch(() => undefined)
  return whyDenied(operation, input, actor.world(), mayRead, wanted)
}

describe('whyDenied', () => {
  it('tells the lock that shut, the nearest statement and what is missing', async () => {
    const office = { IpAddress: { 'aws:SourceIp': '198.51.100.0/24' } }
    const lab = await labWith({ ann: [allow('s3:*'), allow('iam:List*', '*', office)] })
    const told = await why(lab, 'ann', listUsers, {})
    expect(told).toMatchObject({ action: 'iam:ListUsers', effect: 'implicitDeny', decidedBy: 'identity' })
    expect(told.looked.near).toHaveLength(1)
    const [near] = told.looked.near
    expect(near?.statement).toMatchObject({ index: 1, matched: false })
    // The stored document has one line; it is laid out so that lines can be marked.
    const { start } = near?.statement.conditions[0]?.span ?? { start: { line: 0 } }
    expect(near?.document.split('\n')[start.line - 1]).toContain('aws:SourceIp')
    expect(told.missing).toMatchObject([{ kind: 'condition', index: 1 }])
    expect(Object.fromEntries(told.context)).toMatchObject({ 'aws:sourceip': '203.0.113.10', 'aws:username': 'ann' })
  })

  it('shows the statement that forbids, and every lock behind it', async () => {
    const lab = await labWith({ ann: [allow('iam:*'), deny('iam:List*')] })
    const told = await why(lab, 'ann', listUsers, {})
    expect(told).toMatchObject({ effect: 'explicitDeny', decidedBy: 'identity' })
    expect(told.looked.near.map(({ statement }) => statement.index)).toEqual([1])
    expect(told.missing).toMatchObject([{ kind: 'remove-deny', index: 1 }])
  })

  it('says nothing of what may not be read, not even how much there is', async () => {
    const office = { IpAddress: { 'aws:SourceIp': '198.51.100.0/24' } }
    const lab = await labWith({ ann: allow('iam:List*', '*', office), bob: [allow('iam:*'), deny('iam:List*')] })
    const ann = await why(lab, 'ann', listUsers, {}, nothing)
    expect(ann.looked).toEqual({ layer: 'identity', near: [], isPartial: true })
    expect(ann.missing).toEqual([
      { kind: 'allow', layer: 'identity', action: 'iam:ListUsers', resource: expect.any(String) },
    ])
    const bob = await why(lab, 'bob', listUsers, {}, nothing)
    expect(bob.missing).toMatchObject([{ kind: 'remove-deny', source: { id: '' }, index: -1 }])
    for (const told of [ann, bob]) expect(JSON.stringify(told)).not.toMatch(/198\.51|iam:List\*|source":\{"id":"lab/)
  })

  it('names the managed policy that denies, as a refusal does', async () => {
    const lab = await labWith({ ann: allow('iam:*') })
    const document = documentOf(deny('iam:List*'))
    const { Policy } = await lab.root.perform(createPolicy, { PolicyName: 'NoLists', PolicyDocument: document })
    await lab.root.perform(attachUserPolicy, { UserName: 'ann', PolicyArn: Policy.Arn })
    const told = await why(lab, 'ann', listUsers, {}, nothing)
    expect(told.missing).toEqual([
      { kind: 'remove-deny', layer: 'identity', source: { id: Policy.Arn, arn: Policy.Arn }, index: -1 },
    ])
  })

  it('looks into another layer on demand', async () => {
    const lab = await labWith({ ann: allow('s3:*') })
    const { Policy } = await lab.root.perform(createPolicy, {
      PolicyName: 'B',
      PolicyDocument: documentOf(allow('iam:GetUser')),
    })
    await lab.root.perform(putUserPermissionsBoundary, { UserName: 'ann', PermissionsBoundary: Policy.Arn })
    const told = await why(lab, 'ann', listUsers, {}, everything, { layer: 'boundary' })
    expect(told).toMatchObject({ decidedBy: 'identity', layers: { boundary: 'none' }, looked: { layer: 'boundary' } })
    expect(told.missing.map((each) => 'layer' in each && each.layer)).toEqual(['identity', 'boundary'])
  })

  it('chooses the question that was refused', async () => {
    const lab = await labWith({ ann: allow('iam:CreateUser') })
    const input = { UserName: 'new', Tags: [{ Key: 'a', Value: 'b' }] }
    expect((await why(lab, 'ann', createUser, input)).action).toBe('iam:TagUser')
    expect((await why(lab, 'ann', createUser, { UserName: 'new' })).effect).toBe('allowed')
  })

  it('asks about a write without its secrets, and refuses what is missing besides', async () => {
    const lab = await labWith({ ann: [] })
    expect(await why(lab, 'ann', createLoginProfile, { UserName: 'ann' })).toMatchObject({
      action: 'iam:CreateLoginProfile',
    })
    await expect(why(lab, 'ann', createUser, {})).rejects.toMatchObject({ code: 'ValidationError' })
    await expect(why(lab, 'ann', createLoginProfile, { UserName: '../' })).rejects.toMatchObject({
      code: 'ValidationError',
    })
  })

  it('keeps the tags of what it is about to itself', async () => {
    const lab = await labWith({
      ann: allow('iam:GetUser', '*', { StringEquals: { 'aws:ResourceTag/team': 'red' } }),
      bob: [],
    })
    await lab.root.perform(tagUser, { UserName: 'bob', Tags: [{ Key: 'team', Value: 'tag-of-bob' }] })
    const told = await why(lab, 'ann', getUser, { UserName: 'bob' })
    expect(told.missing).toMatchObject([{ kind: 'condition', condition: { requestValue: null } }])
    expect(JSON.stringify(told)).not.toContain('tag-of-bob')
  })
})
