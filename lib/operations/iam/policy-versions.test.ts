import { describe, expect, it } from 'vitest'
import { limitExceeded, malformed, noPolicy, noPolicyAllows, noSuchEntity } from '../testing/expected'
import { allow, documentOf, documentOfSize, type Lab, labWith } from '../testing/lab'
import { createPolicy } from './create-policy'
import { createPolicyVersion } from './create-policy-version'
import { deletePolicyVersion } from './delete-policy-version'
import { getPolicy } from './get-policy'
import { getPolicyVersion } from './get-policy-version'
import { listPolicyVersions } from './list-policy-versions'
import { setDefaultPolicyVersion } from './set-default-policy-version'

const readOnly = 'arn:aws:iam::aws:policy/ReadOnlyAccess'
const [first, second] = [documentOf(allow('s3:GetObject')), '{ "Version": "2012-10-17",\n "Statement": [] }']
const PolicyDocument = documentOf(allow('s3:*'))

async function make(lab: Lab) {
  const { Policy } = await lab.root.perform(createPolicy, { PolicyName: 'Readers', PolicyDocument: first })
  return Policy.Arn
}

const noVersion = (arn: string, id: string) =>
  noSuchEntity(`Policy ${arn} version ${id} does not exist or is not attachable.`)

const ids = ({ Versions }: { Versions: { VersionId: string }[] }) => Versions.map((version) => version.VersionId)

describe.each([
  ['CreatePolicyVersion', createPolicyVersion, { PolicyDocument }],
  ['GetPolicyVersion', getPolicyVersion, { VersionId: 'v1' }],
  ['DeletePolicyVersion', deletePolicyVersion, { VersionId: 'v1' }],
  ['SetDefaultPolicyVersion', setDefaultPolicyVersion, { VersionId: 'v1' }],
  ['ListPolicyVersions', listPolicyVersions, {}],
] as const)('%s', (name, operation, more) => {
  it('is refused before any word on existence; otherwise says that the policy is missing', async () => {
    const lab = await labWith({ ann: [] })
    const PolicyArn = `arn:aws:iam::${lab.account}:policy/Readers`
    const input = { PolicyArn, ...more } as never
    await expect(lab.as('ann').perform(operation as typeof getPolicyVersion, input)).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('ann'), `iam:${name}`, `policy ${PolicyArn}`),
    )
    expect(await lab.events()).toMatchObject([{ name, errorCode: 'AccessDenied' }])
    await expect(lab.root.perform(operation as typeof getPolicyVersion, input)).rejects.toMatchObject(
      noPolicy(PolicyArn),
    )
  })
})

describe('the versions of a policy', () => {
  it('are five at the most, and no number comes twice', async () => {
    const lab = await labWith({ ann: allow('iam:*PolicyVersion*') })
    const PolicyArn = await make(lab)
    const ann = lab.as('ann')
    for (const VersionId of ['v2', 'v3', 'v4', 'v5']) {
      const { PolicyVersion } = await ann.perform(createPolicyVersion, { PolicyArn, PolicyDocument })
      expect(PolicyVersion).toEqual({ VersionId, IsDefaultVersion: false, CreateDate: lab.now })
    }
    await expect(ann.perform(createPolicyVersion, { PolicyArn, PolicyDocument })).rejects.toMatchObject(
      limitExceeded(
        'A managed policy can have up to 5 versions. Before you create a new version, you must delete an existing version.',
      ),
    )
    await ann.perform(deletePolicyVersion, { PolicyArn, VersionId: 'v5' })
    const { PolicyVersion } = await ann.perform(createPolicyVersion, { PolicyArn, PolicyDocument, SetAsDefault: true })
    expect(PolicyVersion).toMatchObject({ VersionId: 'v6', IsDefaultVersion: true })
    expect(ids(await ann.perform(listPolicyVersions, { PolicyArn }))).toEqual(['v6', 'v4', 'v3', 'v2', 'v1'])
  })

  it('keep their text as it was sent, and come in pages that survive deletes and additions', async () => {
    const lab = await labWith()
    const { root } = lab
    const PolicyArn = await make(lab)
    const document = '{ "Version": "2012-10-17",\n\t"Statement": {"Effect":"Deny","Action":"*","Resource":"*"} }'
    for (let times = 0; times < 3; times++)
      await root.perform(createPolicyVersion, { PolicyArn, PolicyDocument: document })
    const { PolicyVersion } = await root.perform(getPolicyVersion, { PolicyArn, VersionId: 'v4' })
    expect(PolicyVersion.Document).toBe(document)
    const page = await root.perform(listPolicyVersions, { PolicyArn, MaxItems: 2 })
    expect(ids(page)).toEqual(['v4', 'v3'])
    expect(page.Versions[0]).not.toHaveProperty('Document')
    await root.perform(deletePolicyVersion, { PolicyArn, VersionId: 'v3' })
    await root.perform(createPolicyVersion, { PolicyArn, PolicyDocument })
    const rest = await root.perform(listPolicyVersions, { PolicyArn, MaxItems: 2, Marker: page.Marker })
    expect(ids(rest)).toEqual(['v2', 'v1'])
    expect(rest.IsTruncated).toBe(false)
  })

  it('are in force one at a time: the default is what GetPolicy tells, and it cannot be deleted', async () => {
    const lab = await labWith({ ann: allow('iam:SetDefaultPolicyVersion') })
    const PolicyArn = await make(lab)
    await lab.root.perform(createPolicyVersion, { PolicyArn, PolicyDocument })
    lab.now = new Date('2026-11-23T10:00:00.000Z')
    await lab.as('ann').perform(setDefaultPolicyVersion, { PolicyArn, VersionId: 'v2' })
    const { Policy } = await lab.root.perform(getPolicy, { PolicyArn })
    expect(Policy).toMatchObject({ DefaultVersionId: 'v2', UpdateDate: lab.now })
    await expect(lab.root.perform(deletePolicyVersion, { PolicyArn, VersionId: 'v2' })).rejects.toMatchObject({
      code: 'DeleteConflict',
      status: 409,
      message: 'Cannot delete the default version of a policy.',
    })
    await lab.root.perform(deletePolicyVersion, { PolicyArn, VersionId: 'v1' })
    for (const VersionId of ['v1', 'v3', 'v99999999999999999999']) {
      for (const operation of [getPolicyVersion, deletePolicyVersion, setDefaultPolicyVersion]) {
        await expect(
          lab.root.perform(operation as typeof getPolicyVersion, { PolicyArn, VersionId }),
        ).rejects.toMatchObject(noVersion(PolicyArn, VersionId))
      }
    }
  })

  it("of AWS's own policies are the default one only", async () => {
    const lab = await labWith({ ann: allow('iam:*PolicyVersion*') })
    const page = await lab.as('ann').perform(listPolicyVersions, { PolicyArn: readOnly })
    expect(page).toMatchObject({ Versions: [{ IsDefaultVersion: true }], IsTruncated: false })
    await expect(
      lab.as('ann').perform(getPolicyVersion, { PolicyArn: readOnly, VersionId: 'v1' }),
    ).rejects.toMatchObject(noVersion(readOnly, 'v1'))
  })

  it.each([
    [{ PolicyDocument: second }, malformed('Syntax errors in policy.')],
    [{ PolicyDocument: documentOfSize(6145) }, limitExceeded('Cannot exceed quota for PolicySize: 6144')],
    [{ PolicyDocument: 'ф' }, { code: 'ValidationError' }],
  ])('do not take %o', async (input, expected) => {
    const lab = await labWith()
    const PolicyArn = await make(lab)
    await expect(lab.root.perform(createPolicyVersion, { PolicyArn, ...input })).rejects.toMatchObject(expected)
    expect(ids(await lab.root.perform(listPolicyVersions, { PolicyArn }))).toEqual(['v1'])
  })

  it.each(['1', 'v0', 'latest'])('are not called %s', async (VersionId) => {
    const lab = await labWith()
    await expect(lab.root.perform(getPolicyVersion, { PolicyArn: readOnly, VersionId })).rejects.toMatchObject({
      code: 'ValidationError',
    })
  })
})
