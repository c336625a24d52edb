import { describe, expect, it } from 'vitest'
import type { Operation } from '../define'
import {
  badName,
  limitExceeded,
  malformed,
  noGroup,
  noPolicyAllows,
  noRole,
  noSuchEntity,
  noUser,
} from '../testing/expected'
import { allow, documentOf, documentOfSize, labWith, trusting } from '../testing/lab'
import { createGroup } from './create-group'
import { createRole } from './create-role'
import { deleteGroupPolicy } from './delete-group-policy'
import { deleteRolePolicy } from './delete-role-policy'
import { deleteUserPolicy } from './delete-user-policy'
import { getGroupPolicy } from './get-group-policy'
import { getRolePolicy } from './get-role-policy'
import { getUserPolicy } from './get-user-policy'
import { listGroupPolicies } from './list-group-policies'
import { listRolePolicies } from './list-role-policies'
import { listUserPolicies } from './list-user-policies'
import { putGroupPolicy } from './put-group-policy'
import { putRolePolicy } from './put-role-policy'
import { putUserPermissionsBoundary } from './put-user-permissions-boundary'
import { putUserPolicy } from './put-user-policy'

const PolicyDocument = documentOf(allow('s3:GetObject'))
const PolicyName = 'Reads'

type Put = Operation<{ PolicyName: string; PolicyDocument: string }, unknown>
type One = Operation<{ PolicyName: string }, unknown>
type List = Operation<{ Marker?: string; MaxItems?: number }, { PolicyNames: string[]; Marker?: string }>

// The same story for users, groups and roles: only the name's member, the words and the quota differ.
describe.each([
  {
    kind: 'User',
    put: putUserPolicy as Put,
    get: getUserPolicy as One,
    remove: deleteUserPolicy as One,
    list: listUserPolicies as List,
    missing: noUser('nobody'),
    quota: 2048,
  },
  {
    kind: 'Group',
    put: putGroupPolicy as Put,
    get: getGroupPolicy as One,
    remove: deleteGroupPolicy as One,
    list: listGroupPolicies as List,
    missing: noGroup('nobody'),
    quota: 5120,
  },
  {
    kind: 'Role',
    put: putRolePolicy as Put,
    get: getRolePolicy as One,
    remove: deleteRolePolicy as One,
    list: listRolePolicies as List,
    missing: noRole('nobody'),
    quota: 10_240,
  },
])('the inline policies of a $kind', ({ kind, put, get, remove, list, missing, quota }) => {
  const word = kind.toLowerCase()
  const of = (name: string) => ({ [`${kind}Name`]: name })

  async function labOf(statements: Parameters<typeof labWith>[0] = {}) {
    const lab = await labWith({ ann: [], bob: [], ...statements })
    await lab.root.perform(createGroup, { GroupName: 'bob' })
    await lab.root.perform(createRole, { RoleName: 'bob', AssumeRolePolicyDocument: trusting('*') })
    return lab
  }

  it('are put, replaced, told as they were sent and deleted', async () => {
    const lab = await labOf({ ann: allow(`iam:*${kind}Polic*`) })
    const ann = lab.as('ann')
    const spread = JSON.stringify(JSON.parse(PolicyDocument), null, 2)
    await ann.perform(put, { ...of('bob'), PolicyName, PolicyDocument })
    await ann.perform(put, { ...of('bob'), PolicyName, PolicyDocument: spread })
    expect(await ann.perform(get, { ...of('BOB'), PolicyName })).toEqual({
      ...of('bob'),
      PolicyName,
      PolicyDocument: spread,
    })
    await ann.perform(remove, { ...of('bob'), PolicyName })
    const none = noSuchEntity(`The ${word} policy with name ${PolicyName} cannot be found.`)
    for (const verb of [get, remove]) {
      await expect(ann.perform(verb, { ...of('bob'), PolicyName })).rejects.toMatchObject(none)
    }
    const errors = (await lab.events()).filter((event) => event.userName === 'ann').map((event) => event.errorCode)
    expect(errors).toEqual([null, null, null, null, 'NoSuchEntity', 'NoSuchEntity'])
  })

  it('are refused before any word on existence', async () => {
    const lab = await labOf()
    for (const [name, operation] of [
      [`Put${kind}Policy`, put],
      [`Get${kind}Policy`, get],
      [`Delete${kind}Policy`, remove],
      [`List${kind}Policies`, list],
    ] as [string, Put][]) {
      const input = { ...of('nobody'), ...(operation !== list && { PolicyName }), PolicyDocument }
      const { PolicyDocument: _, ...rest } = input
      const call = (operation === put ? input : rest) as typeof input & { PolicyName: string }
      await expect(lab.as('ann').perform(operation, call)).rejects.toMatchObject(
        noPolicyAllows(lab.userArn('ann'), `iam:${name}`, `${word} nobody`),
      )
      await expect(lab.root.perform(operation, call)).rejects.toMatchObject(missing)
    }
    const refused = (await lab.events()).filter((event) => event.errorCode === 'AccessDenied')
    expect(refused).toHaveLength(4)
  })

  it(`may have ${quota} characters together; a replaced one does not count`, async () => {
    const lab = await labOf()
    const half = { ...of('bob'), PolicyName: 'A', PolicyDocument: documentOfSize(quota / 2) }
    await lab.root.perform(put, half)
    await lab.root.perform(put, { ...half, PolicyName: 'B' })
    await lab.root.perform(put, { ...half, PolicyName: 'B' })
    const over = { ...half, PolicyName: 'B', PolicyDocument: documentOfSize(quota / 2 + 1) }
    await expect(lab.root.perform(put, over)).rejects.toMatchObject(
      limitExceeded(`Maximum policy size of ${quota} bytes exceeded for ${word} bob`),
    )
  })

  it('do not take a bad document or name', async () => {
    const lab = await labOf()
    await expect(
      lab.root.perform(put, { ...of('bob'), PolicyName, PolicyDocument: '{"Version":"2012-10-17"}' }),
    ).rejects.toMatchObject(malformed('Syntax errors in policy.'))
    for (const verb of [get, remove]) {
      await expect(lab.root.perform(verb, { ...of('bob'), PolicyName: 'a b' })).rejects.toMatchObject(
        badName('policyName'),
      )
    }
  })

  it('are listed by name, in pages that survive additions', async () => {
    const lab = await labOf()
    for (const name of ['c', 'a', 'd']) await lab.root.perform(put, { ...of('bob'), PolicyName: name, PolicyDocument })
    const first = await lab.root.perform(list, { ...of('bob'), MaxItems: 2 })
    expect(first).toMatchObject({ PolicyNames: ['a', 'c'], IsTruncated: true })
    await lab.root.perform(put, { ...of('bob'), PolicyName: 'b', PolicyDocument })
    const rest = await lab.root.perform(list, { ...of('bob'), MaxItems: 2, Marker: first.Marker })
    expect(rest).toEqual({ PolicyNames: ['d'], IsTruncated: false })
  })
})

describe('PutUserPolicy', () => {
  it('is asked with the boundary that the user has, as is DeleteUserPolicy', async () => {
    const boundary = 'arn:aws:iam::aws:policy/ReadOnlyAccess'
    const bounded = { StringEquals: { 'iam:PermissionsBoundary': boundary } }
    const lab = await labWith({ ann: allow(['iam:PutUserPolicy', 'iam:DeleteUserPolicy'], '*', bounded), bob: [] })
    const input = { UserName: 'bob', PolicyName, PolicyDocument }
    await expect(lab.as('ann').perform(putUserPolicy, input)).rejects.toMatchObject({ code: 'AccessDenied' })
    await lab.root.perform(putUserPermissionsBoundary, { UserName: 'bob', PermissionsBoundary: boundary })
    await lab.as('ann').perform(putUserPolicy, input)
    await lab.as('ann').perform(deleteUserPolicy, { UserName: 'bob', PolicyName })
  })
})
