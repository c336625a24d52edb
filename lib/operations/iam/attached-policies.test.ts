import { describe, expect, it } from 'vitest'
import { managedPolicies } from '@/lib/aws/catalogue/managed-policies'
import type { Operation } from '../define'
import {
  badInput,
  noGroup,
  noPolicy,
  noPolicyAllows,
  noRole,
  notAnArn,
  notAttachable,
  noUser,
  onlyForServices,
  overQuota,
} from '../testing/expected'
import { allow, documentOf, type Lab, labWith, trusting } from '../testing/lab'
import { attachGroupPolicy } from './attach-group-policy'
import { attachRolePolicy } from './attach-role-policy'
import { attachUserPolicy } from './attach-user-policy'
import { createGroup } from './create-group'
import { createPolicy } from './create-policy'
import { createRole } from './create-role'
import { detachGroupPolicy } from './detach-group-policy'
import { detachRolePolicy } from './detach-role-policy'
import { detachUserPolicy } from './detach-user-policy'
import { getUser } from './get-user'
import { listAttachedGroupPolicies } from './list-attached-group-policies'
import { listAttachedRolePolicies } from './list-attached-role-policies'
import { listAttachedUserPolicies } from './list-attached-user-policies'
import { putUserPermissionsBoundary } from './put-user-permissions-boundary'

const PolicyArn = 'arn:aws:iam::aws:policy/ReadOnlyAccess'
const admin = 'arn:aws:iam::aws:policy/AdministratorAccess'

type Verb = Operation<{ PolicyArn: string }, unknown>
type List = Operation<
  { PathPrefix?: string; Marker?: string; MaxItems?: number },
  { AttachedPolicies: { PolicyArn: string; PolicyName: string }[]; IsTruncated: boolean; Marker?: string }
>

// The same story for users, groups and roles: only the name's member and the words differ.
describe.each([
  {
    kind: 'User',
    verbs: { attach: attachUserPolicy as Verb, detach: detachUserPolicy as Verb },
    list: listAttachedUserPolicies as List,
    listName: 'ListAttachedUserPolicies',
    missing: noUser('nobody'),
  },
  {
    kind: 'Group',
    verbs: { attach: attachGroupPolicy as Verb, detach: detachGroupPolicy as Verb },
    list: listAttachedGroupPolicies as List,
    listName: 'ListAttachedGroupPolicies',
    missing: noGroup('nobody'),
  },
  {
    kind: 'Role',
    verbs: { attach: attachRolePolicy as Verb, detach: detachRolePolicy as Verb },
    list: listAttachedRolePolicies as List,
    listName: 'ListAttachedRolePolicies',
    missing: noRole('nobody'),
  },
])('the managed policies of a $kind', ({ kind, verbs, list, listName, missing }) => {
  const to = (name: string) => ({ [`${kind}Name`]: name })

  async function labOf(statements: Parameters<typeof labWith>[0] = {}) {
    const lab = await labWith({ ann: [], bob: [], ...statements })
    await lab.root.perform(createGroup, { GroupName: 'bob' })
    await lab.root.perform(createRole, { RoleName: 'bob', AssumeRolePolicyDocument: trusting('*') })
    return lab
  }

  const arns = async (lab: Lab, query = {}) =>
    (await lab.root.perform(list, { ...to('bob'), ...query })).AttachedPolicies.map((policy) => policy.PolicyArn)

  it('are attached once, detached once, and each leaves its event', async () => {
    const lab = await labOf({ ann: allow([`iam:Attach${kind}Policy`, `iam:Detach${kind}Policy`]) })
    const { revision } = await lab.store().account.get()
    await lab.as('ann').perform(verbs.attach, { ...to('BOB'), PolicyArn })
    await lab.as('ann').perform(verbs.attach, { ...to('bob'), PolicyArn })
    expect(await lab.root.perform(list, to('bob'))).toEqual({
      AttachedPolicies: [{ PolicyName: 'ReadOnlyAccess', PolicyArn }],
      IsTruncated: false,
    })
    await lab.as('ann').perform(verbs.detach, { ...to('bob'), PolicyArn })
    expect(await arns(lab)).toEqual([])
    await expect(lab.root.perform(verbs.detach, { ...to('bob'), PolicyArn })).rejects.toMatchObject(noPolicy(PolicyArn))
    expect(await lab.store().account.revision()).toBe(revision + 3)
    const names = (await lab.events()).filter((event) => event.userName === 'ann').map((event) => event.name)
    expect(names).toEqual([`Attach${kind}Policy`, `Attach${kind}Policy`, `Detach${kind}Policy`])
  })

  it.each(['attach', 'detach'] as const)('are refused to those who may not %s them', async (verb) => {
    const action = `iam:${verb === 'attach' ? 'Attach' : 'Detach'}${kind}Policy`
    const other = { ArnEquals: { 'iam:PolicyARN': PolicyArn } }
    const lab = await labOf({ ann: allow(action, '*', other) })
    const word = kind.toLowerCase()
    await expect(lab.as('ann').perform(verbs[verb], { ...to('bob'), PolicyArn: admin })).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('ann'), action, `${word} bob`),
    )
    const refused = (await lab.events()).filter((event) => event.errorCode !== null)
    expect(refused).toMatchObject([{ name: action.slice(4), errorCode: 'AccessDenied', userName: 'ann' }])
    await expect(lab.as('bob').perform(verbs[verb], { ...to('nobody'), PolicyArn })).rejects.toMatchObject({
      code: 'AccessDenied',
    })
    await expect(lab.as('ann').perform(verbs[verb], { ...to('nobody'), PolicyArn })).rejects.toMatchObject(missing)
    if (verb === 'attach') await lab.as('ann').perform(verbs.attach, { ...to('bob'), PolicyArn })
    expect(await arns(lab)).toEqual(verb === 'attach' ? [PolicyArn] : [])
  })

  it('are ten at the most; attaching the tenth again is fine', async () => {
    const lab = await labOf()
    const eleven = managedPolicies()
      .filter((policy) => policy.isAttachable)
      .slice(0, 11)
    for (const { arn } of eleven.slice(0, 10)) await lab.root.perform(verbs.attach, { ...to('bob'), PolicyArn: arn })
    const last = { ...to('bob'), PolicyArn: eleven[10]?.arn ?? '' }
    await expect(lab.root.perform(verbs.attach, last)).rejects.toMatchObject(overQuota(`PoliciesPer${kind}`, 10))
    await lab.root.perform(verbs.attach, { ...to('bob'), PolicyArn: eleven[9]?.arn ?? '' })
    expect(await arns(lab)).toHaveLength(10)
  })

  it("are not those of service-linked roles, of nobody, or of another account's", async () => {
    const lab = await labOf()
    const linked = managedPolicies().find((policy) => policy.path === '/aws-service-role/')?.arn ?? ''
    const made = 'arn:aws:iam::aws:policy/NoSuchPolicyHere'
    const own = `arn:aws:iam::${lab.account}:policy/Nothing`
    const foreign = 'arn:aws:iam::210987654321:policy/Theirs'
    await expect(lab.root.perform(verbs.attach, { ...to('bob'), PolicyArn: linked })).rejects.toMatchObject(
      onlyForServices,
    )
    for (const arn of [made, own, foreign]) {
      await expect(lab.root.perform(verbs.attach, { ...to('bob'), PolicyArn: arn })).rejects.toMatchObject(
        notAttachable(arn),
      )
    }
    await expect(
      lab.root.perform(verbs.attach, { ...to('bob'), PolicyArn: 'ReadOnlyAccess-and-more' }),
    ).rejects.toMatchObject(notAnArn)
    await expect(lab.root.perform(verbs.detach, { ...to('bob'), PolicyArn: 'short' })).rejects.toMatchObject(
      badInput('policyArn', 'Member must have length greater than or equal to 20'),
    )
  })

  it('are listed by path, in pages that survive detaching', async () => {
    const lab = await labOf()
    const PolicyDocument = documentOf(allow('s3:*'))
    for (const PolicyName of ['C', 'A', 'B']) {
      const { Policy } = await lab.root.perform(createPolicy, { PolicyName, Path: '/dev/', PolicyDocument })
      await lab.root.perform(verbs.attach, { ...to('bob'), PolicyArn: Policy.Arn })
    }
    await lab.root.perform(verbs.attach, { ...to('bob'), PolicyArn })
    const own = (name: string) => `arn:aws:iam::${lab.account}:policy/dev/${name}`
    expect(await arns(lab, { PathPrefix: '/dev/' })).toEqual([own('A'), own('B'), own('C')])
    expect(await arns(lab, { PathPrefix: '/de/' })).toEqual([])
    const first = await lab.root.perform(list, { ...to('bob'), PathPrefix: '/dev/', MaxItems: 2 })
    expect(first.IsTruncated).toBe(true)
    await lab.root.perform(verbs.detach, { ...to('bob'), PolicyArn: own('B') })
    const rest = await lab.root.perform(list, { ...to('bob'), PathPrefix: '/dev/', MaxItems: 2, Marker: first.Marker })
    expect(rest).toEqual({ AttachedPolicies: [{ PolicyName: 'C', PolicyArn: own('C') }], IsTruncated: false })
  })

  it('are listed for those who may, of what exists', async () => {
    const lab = await labOf({ ann: allow(`iam:${listName}`, `arn:aws:iam::*:${kind.toLowerCase()}/ann`) })
    await expect(lab.as('ann').perform(list, to('bob'))).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('ann'), `iam:${listName}`, `${kind.toLowerCase()} bob`),
    )
    await expect(lab.root.perform(list, to('nobody'))).rejects.toMatchObject(missing)
    await expect(lab.root.perform(list, { ...to('bob'), PathPrefix: 'dev' })).rejects.toMatchObject({
      code: 'ValidationError',
    })
  })
})

describe('AttachUserPolicy', () => {
  it('is asked with the boundary that the user has, and only where it has one', async () => {
    const bounded = { StringEquals: { 'iam:PermissionsBoundary': PolicyArn } }
    const lab = await labWith({
      ann: allow(['iam:AttachUserPolicy', 'iam:DetachUserPolicy'], '*', bounded),
      bob: [],
      cid: [],
    })
    await lab.root.perform(putUserPermissionsBoundary, { UserName: 'bob', PermissionsBoundary: PolicyArn })
    await lab.as('ann').perform(attachUserPolicy, { UserName: 'bob', PolicyArn: admin })
    await lab.as('ann').perform(detachUserPolicy, { UserName: 'bob', PolicyArn: admin })
    const free = { UserName: 'cid', PolicyArn: admin }
    await expect(lab.as('ann').perform(attachUserPolicy, free)).rejects.toMatchObject({ code: 'AccessDenied' })
  })

  it('is in force with the next call', async () => {
    const lab = await labWith({ ann: [] })
    await expect(lab.as('ann').perform(getUser, { UserName: 'ann' })).rejects.toMatchObject({ code: 'AccessDenied' })
    await lab.root.perform(attachUserPolicy, { UserName: 'ann', PolicyArn: admin })
    await lab.as('ann').perform(getUser, { UserName: 'ann' })
    await lab.root.perform(detachUserPolicy, { UserName: 'ann', PolicyArn: admin })
    await expect(lab.as('ann').perform(getUser, { UserName: 'ann' })).rejects.toMatchObject({ code: 'AccessDenied' })
  })
})
