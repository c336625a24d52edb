import { describe, expect, it } from 'vitest'
import { noPolicy, noPolicyAllows, notAnArn } from '../testing/expected'
import { allow, documentOf, type Lab, labWith } from '../testing/lab'
import { attachUserPolicy } from './attach-user-policy'
import { createPolicy } from './create-policy'
import { createPolicyVersion } from './create-policy-version'
import { deletePolicy } from './delete-policy'
import { deletePolicyVersion } from './delete-policy-version'
import { deleteUserPermissionsBoundary } from './delete-user-permissions-boundary'
import { detachUserPolicy } from './detach-user-policy'
import { getPolicy } from './get-policy'
import { getPolicyVersion } from './get-policy-version'
import { listPolicyTags } from './list-policy-tags'
import { putUserPermissionsBoundary } from './put-user-permissions-boundary'
import { setDefaultPolicyVersion } from './set-default-policy-version'
import { tagPolicy } from './tag-policy'
import { untagPolicy } from './untag-policy'

const readOnly = 'arn:aws:iam::aws:policy/ReadOnlyAccess'
const PolicyDocument = documentOf(allow('s3:GetObject'))

async function make(lab: Lab, PolicyName = 'Readers', more = {}) {
  const { Policy } = await lab.root.perform(createPolicy, { PolicyName, PolicyDocument, ...more })
  return Policy.Arn
}

const named = (lab: Lab, name: string) => `arn:aws:iam::${lab.account}:policy/${name}`

describe.each([
  ['GetPolicy', getPolicy, {}],
  ['DeletePolicy', deletePolicy, {}],
  ['TagPolicy', tagPolicy, { Tags: [{ Key: 'a', Value: 'b' }] }],
  ['UntagPolicy', untagPolicy, { TagKeys: ['a'] }],
  ['ListPolicyTags', listPolicyTags, {}],
] as const)('%s', (name, operation, more) => {
  it('is refused before any word on existence; otherwise says what is missing or no ARN', async () => {
    const lab = await labWith({ ann: allow(`iam:${name}`, 'arn:aws:iam::*:policy/Other') })
    const PolicyArn = named(lab, 'Readers')
    const input = { PolicyArn, ...more } as never
    await expect(lab.as('ann').perform(operation as typeof getPolicy, input)).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('ann'), `iam:${name}`, `policy ${PolicyArn}`),
    )
    expect(await lab.events()).toMatchObject([{ name, errorCode: 'AccessDenied', resourceName: PolicyArn }])
    await expect(lab.root.perform(operation as typeof getPolicy, input)).rejects.toMatchObject(noPolicy(PolicyArn))
    const strange = { ...more, PolicyArn: 'a policy without any ARN' } as never
    await expect(lab.root.perform(operation as typeof getPolicy, strange)).rejects.toMatchObject(notAnArn)
  })
})

describe('GetPolicy', () => {
  it('tells what is attached, with the description and always with tags', async () => {
    const lab = await labWith({ ann: allow('iam:GetPolicy'), bob: [] })
    const PolicyArn = await make(lab, 'Readers', { Description: 'Reads.' })
    for (const UserName of ['ann', 'bob']) await lab.root.perform(attachUserPolicy, { UserName, PolicyArn })
    await lab.root.perform(putUserPermissionsBoundary, { UserName: 'bob', PermissionsBoundary: PolicyArn })
    const { Policy } = await lab.as('ann').perform(getPolicy, { PolicyArn })
    expect(Policy).toMatchObject({
      AttachmentCount: 2,
      PermissionsBoundaryUsageCount: 1,
      Description: 'Reads.',
      Tags: [],
    })
  })

  it("gives AWS's own policies, and other accounts' not even to root", async () => {
    const lab = await labWith({ ann: allow('iam:GetPolicy') })
    const { Policy } = await lab.as('ann').perform(getPolicy, { PolicyArn: readOnly })
    expect(Policy).toMatchObject({ Arn: readOnly, PolicyName: 'ReadOnlyAccess', IsAttachable: true, Tags: [] })
    const other = await labWith()
    const PolicyArn = await make(other)
    await expect(lab.root.perform(getPolicy, { PolicyArn })).rejects.toMatchObject({ code: 'AccessDenied' })
    await expect(lab.as('ann').perform(getPolicy, { PolicyArn })).rejects.toMatchObject({ code: 'AccessDenied' })
  })

  it('may be allowed by a tag of the policy', async () => {
    const lab = await labWith({ ann: allow('iam:GetPolicy', '*', { StringEquals: { 'aws:ResourceTag/team': 'dev' } }) })
    const Tags = [{ Key: 'team', Value: 'dev' }]
    const [dev, other] = [await make(lab, 'Dev', { Tags }), await make(lab, 'Other')]
    expect((await lab.as('ann').perform(getPolicy, { PolicyArn: dev })).Policy.Tags).toEqual(Tags)
    await expect(lab.as('ann').perform(getPolicy, { PolicyArn: other })).rejects.toMatchObject({ code: 'AccessDenied' })
  })
})

describe('DeletePolicy', () => {
  it('asks to take it off everything and to delete its versions first', async () => {
    const lab = await labWith({ ann: allow('iam:DeletePolicy') })
    const PolicyArn = await make(lab)
    const { root } = lab
    await root.perform(attachUserPolicy, { UserName: 'ann', PolicyArn })
    await root.perform(putUserPermissionsBoundary, { UserName: 'ann', PermissionsBoundary: readOnly })
    await root.perform(createPolicyVersion, { PolicyArn, PolicyDocument })
    const attached = { code: 'DeleteConflict', status: 409, message: 'Cannot delete a policy attached to entities.' }
    await expect(root.perform(deletePolicy, { PolicyArn })).rejects.toMatchObject(attached)
    await root.perform(detachUserPolicy, { UserName: 'ann', PolicyArn })
    await root.perform(putUserPermissionsBoundary, { UserName: 'ann', PermissionsBoundary: PolicyArn })
    await expect(root.perform(deletePolicy, { PolicyArn })).rejects.toMatchObject(attached)
    await root.perform(deleteUserPermissionsBoundary, { UserName: 'ann' })
    await expect(root.perform(deletePolicy, { PolicyArn })).rejects.toMatchObject({
      code: 'DeleteConflict',
      message: expect.stringMatching(/^This policy has more than one version\. Before you delete a policy, you must/),
    })
    await root.perform(deletePolicyVersion, { PolicyArn, VersionId: 'v2' })
    await lab.as('ann').perform(deletePolicy, { PolicyArn })
    expect(await lab.store().policies.find('Readers')).toBeNull()
  })

  it('leaves the name free for another policy', async () => {
    const lab = await labWith()
    const PolicyArn = await make(lab, 'Readers', { Tags: [{ Key: 'a', Value: 'b' }] })
    const before = await lab.store().policies.find('Readers')
    await lab.root.perform(deletePolicy, { PolicyArn })
    await make(lab, 'readers')
    const after = await lab.root.perform(getPolicy, { PolicyArn: named(lab, 'readers') })
    expect(after.Policy.PolicyId).not.toBe(before?.id)
    expect(after.Policy.Tags).toEqual([])
  })
})

describe("AWS's own policies", () => {
  it('cannot be changed, not even by root or an administrator', async () => {
    const lab = await labWith({ ann: allow('*') })
    const PolicyArn = readOnly
    const writes: [action: string, write: (who: Lab['root']) => Promise<unknown>][] = [
      ['CreatePolicyVersion', (who) => who.perform(createPolicyVersion, { PolicyArn, PolicyDocument })],
      ['SetDefaultPolicyVersion', (who) => who.perform(setDefaultPolicyVersion, { PolicyArn, VersionId: 'v1' })],
      ['DeletePolicyVersion', (who) => who.perform(deletePolicyVersion, { PolicyArn, VersionId: 'v1' })],
      ['DeletePolicy', (who) => who.perform(deletePolicy, { PolicyArn })],
      ['TagPolicy', (who) => who.perform(tagPolicy, { PolicyArn, Tags: [{ Key: 'a', Value: 'b' }] })],
      ['UntagPolicy', (who) => who.perform(untagPolicy, { PolicyArn, TagKeys: ['a'] })],
    ]
    for (const [name, write] of writes) {
      for (const [who, arn] of [
        [lab.root, `arn:aws:iam::${lab.account}:root`],
        [lab.as('ann'), lab.userArn('ann')],
      ] as const) {
        await expect(write(who)).rejects.toMatchObject(noPolicyAllows(arn, `iam:${name}`, `policy ${readOnly}`))
      }
    }
    expect((await lab.root.perform(getPolicy, { PolicyArn })).Policy.Tags).toEqual([])
    const { Policy } = await lab.root.perform(getPolicy, { PolicyArn })
    const VersionId = Policy.DefaultVersionId
    const { PolicyVersion } = await lab.root.perform(getPolicyVersion, { PolicyArn, VersionId })
    expect(JSON.parse(PolicyVersion.Document)).toHaveProperty('Statement')
  })
})

describe('the tags of a policy', () => {
  it('are added, changed, listed by key in pages and removed; their case counts', async () => {
    const lab = await labWith({
      ann: [
        allow('iam:TagPolicy', '*', { StringEquals: { 'aws:RequestTag/team': 'dev' } }),
        allow('iam:ListPolicyTags'),
      ],
    })
    const PolicyArn = await make(lab, 'Readers', { Tags: [{ Key: 'zone', Value: 'a' }] })
    await expect(
      lab.as('ann').perform(tagPolicy, { PolicyArn, Tags: [{ Key: 'team', Value: 'ops' }] }),
    ).rejects.toMatchObject(noPolicyAllows(lab.userArn('ann'), 'iam:TagPolicy', `policy ${PolicyArn}`))
    await lab.as('ann').perform(tagPolicy, { PolicyArn, Tags: [{ Key: 'team', Value: 'dev' }] })
    const more = [
      { Key: 'Team', Value: 'x' },
      { Key: 'zone', Value: 'b' },
    ]
    await lab.root.perform(tagPolicy, { PolicyArn, Tags: more })
    const first = await lab.as('ann').perform(listPolicyTags, { PolicyArn, MaxItems: 2 })
    expect(first).toMatchObject({ Tags: [{ Key: 'Team', Value: 'x' }, { Key: 'team' }], IsTruncated: true })
    const rest = await lab.as('ann').perform(listPolicyTags, { PolicyArn, MaxItems: 2, Marker: first.Marker })
    expect(rest).toEqual({ Tags: [{ Key: 'zone', Value: 'b' }], IsTruncated: false })
    await lab.root.perform(untagPolicy, { PolicyArn, TagKeys: ['Team', 'zone', 'unknown'] })
    const left = await lab.root.perform(listPolicyTags, { PolicyArn })
    expect(left.Tags).toEqual([{ Key: 'team', Value: 'dev' }])
  })

  it('are fifty at the most', async () => {
    const lab = await labWith()
    const Tags = Array.from({ length: 50 }, (_, at) => ({ Key: `k${at}`, Value: '' }))
    const PolicyArn = await make(lab, 'Readers', { Tags })
    await lab.root.perform(tagPolicy, { PolicyArn, Tags: [{ Key: 'k1', Value: 'new' }] })
    await expect(lab.root.perform(tagPolicy, { PolicyArn, Tags: [{ Key: 'K1', Value: '' }] })).rejects.toMatchObject({
      code: 'LimitExceeded',
    })
  })
})
