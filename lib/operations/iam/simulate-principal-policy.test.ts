import { describe, expect, it } from 'vitest'
import { write } from '@/lib/store'
import { noGroup, noPolicyAllows, noUser } from '../testing/expected'
import { allow, deny, documentOf, type Lab, labWith } from '../testing/lab'
import { addUserToGroup } from './add-user-to-group'
import { attachGroupPolicy } from './attach-group-policy'
import { attachUserPolicy } from './attach-user-policy'
import { createGroup } from './create-group'
import { createPolicy } from './create-policy'
import { getContextKeysForPrincipalPolicy } from './get-context-keys-for-principal-policy'
import { putGroupPolicy } from './put-group-policy'
import { putUserPermissionsBoundary } from './put-user-permissions-boundary'
import { simulatePrincipalPolicy } from './simulate-principal-policy'

const readOnly = 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess'

type Input = Parameters<typeof simulatePrincipalPolicy.run>[0]['input']

const ask = (lab: Lab, input: Partial<Input>) =>
  lab.root.perform(simulatePrincipalPolicy, {
    PolicySourceArn: lab.userArn('ann'),
    ActionNames: ['s3:GetObject'],
    ...input,
  })
const first = async (lab: Lab, input: Partial<Input>) => (await ask(lab, input)).EvaluationResults[0]

/** Ann may get objects, as a member of devs list buckets, and by a managed policy put objects. */
async function team() {
  const lab = await labWith({ ann: allow('s3:GetObject', '*', { StringEquals: { 'aws:username': 'ann' } }) })
  await lab.root.perform(createGroup, { GroupName: 'devs' })
  await lab.root.perform(addUserToGroup, { GroupName: 'devs', UserName: 'ann' })
  const own = { GroupName: 'devs', PolicyName: 'list', PolicyDocument: documentOf(allow('s3:ListBucket')) }
  await lab.root.perform(putGroupPolicy, own)
  await lab.root.perform(attachGroupPolicy, { GroupName: 'devs', PolicyArn: readOnly })
  const PolicyDocument = documentOf(allow('s3:PutObject'))
  const { Policy } = await lab.root.perform(createPolicy, { PolicyName: 'Writers', PolicyDocument })
  await lab.root.perform(attachUserPolicy, { UserName: 'ann', PolicyArn: Policy.Arn })
  return { lab, writers: Policy.Arn }
}

const username = { ContextKeyName: 'aws:username', ContextKeyValues: ['ann'], ContextKeyType: 'string' as const }

describe('SimulatePrincipalPolicy', () => {
  it("takes a user's own policies and those of the groups, and names each as AWS does", async () => {
    const { lab } = await team()
    const ActionNames = ['s3:GetObject', 's3:ListBucket', 's3:PutObject', 's3:DeleteObject']
    const { EvaluationResults } = await ask(lab, { ActionNames, ContextEntries: [username] })
    const ids = EvaluationResults.map(({ EvalDecision, MatchedStatements }) => [
      EvalDecision,
      ...MatchedStatements.map(({ SourcePolicyId, SourcePolicyType }) => `${SourcePolicyType}: ${SourcePolicyId}`),
    ])
    expect(ids).toEqual([
      ['allowed', 'IAM Policy: user_ann_lab', 'IAM Policy: AmazonS3ReadOnlyAccess'],
      ['allowed', 'IAM Policy: AmazonS3ReadOnlyAccess', 'IAM Policy: group_devs_list'],
      ['allowed', 'IAM Policy: Writers'],
      ['implicitDeny'],
    ])
    expect((await first(lab, {}))?.MissingContextValues).toEqual(['aws:username'])
  })

  it('takes groups and roles, and tells that the simulated limits bind', async () => {
    const { lab } = await team()
    const devs = `arn:aws:iam::${lab.account}:group/devs`
    expect(await first(lab, { PolicySourceArn: devs, ActionNames: ['s3:ListBucket'] })).toMatchObject({
      EvalDecision: 'allowed',
      MatchedStatements: [{ SourcePolicyId: 'AmazonS3ReadOnlyAccess' }, { SourcePolicyId: 'group_devs_list' }],
    })
    await write(lab.account, async (store) => {
      const trustPolicy = documentOf()
      const { id } = await store.roles.create({ name: 'reader', path: '/r/', createdAt: lab.now, trustPolicy })
      await store.inlinePolicies.put('role', id, { name: 'own', document: documentOf(allow('s3:Get*')), at: lab.now })
    })
    const PolicySourceArn = `arn:aws:iam::${lab.account}:role/r/reader`
    expect(await first(lab, { PolicySourceArn })).toMatchObject({
      EvalDecision: 'allowed',
      MatchedStatements: [{ SourcePolicyId: 'role_reader_own' }],
    })
    const PermissionsBoundaryPolicyInputList = [documentOf(allow('s3:List*'))]
    expect(await first(lab, { PolicySourceArn, PermissionsBoundaryPolicyInputList })).toMatchObject({
      EvalDecision: 'implicitDeny',
      PermissionsBoundaryDecisionDetail: { AllowedByPermissionsBoundary: false },
    })
  })

  it('keeps to the boundary of the user, unless another is tried in its place', async () => {
    const { lab } = await team()
    await lab.root.perform(putUserPermissionsBoundary, { UserName: 'ann', PermissionsBoundary: readOnly })
    const put = { ActionNames: ['s3:PutObject'] }
    expect(await first(lab, put)).toMatchObject({
      EvalDecision: 'implicitDeny',
      PermissionsBoundaryDecisionDetail: { AllowedByPermissionsBoundary: false },
    })
    const other = { PermissionsBoundaryPolicyInputList: [documentOf(allow('*'))] }
    const open = { EvalDecision: 'allowed', PermissionsBoundaryDecisionDetail: { AllowedByPermissionsBoundary: true } }
    expect(await first(lab, { ...put, ...other })).toMatchObject(open)
    const unbound = await first(lab, { ...put, PolicyExclusionList: [{ PolicyType: 'permission-boundary' }] })
    expect(unbound).toMatchObject({ EvalDecision: 'allowed' })
    expect(unbound).not.toHaveProperty('PermissionsBoundaryDecisionDetail')
  })

  it('adds policies and leaves policies out', async () => {
    const { lab, writers } = await team()
    const added = await first(lab, {
      PolicyInputList: [documentOf(deny('s3:PutObject'))],
      ActionNames: ['s3:PutObject'],
    })
    expect(added).toMatchObject({
      EvalDecision: 'explicitDeny',
      MatchedStatements: [{ SourcePolicyId: 'PolicyInputList.1' }],
    })
    const decisionWithout = async (action: string, ...PolicyExclusionList: Input['PolicyExclusionList'] & object) =>
      (await first(lab, { ActionNames: [action], PolicyExclusionList }))?.EvalDecision
    expect(await decisionWithout('s3:PutObject', { PolicyArn: writers })).toBe('implicitDeny')
    expect(await decisionWithout('s3:PutObject', { PolicyArn: writers.replace('Writers', 'Wr?ter*') })).toBe(
      'implicitDeny',
    )
    expect(await decisionWithout('s3:PutObject', { PolicyType: 'inline' }, { PolicyType: 'aws-managed' })).toBe(
      'allowed',
    )
    expect(await decisionWithout('s3:PutObject', { PolicyType: 'user-managed' })).toBe('implicitDeny')
    const list = { PolicyName: 'list', AttachmentType: 'group' as const, AttachmentName: 'd*' }
    const both: Input['PolicyExclusionList'] & object = [
      { PolicyType: 'aws-managed' },
      { InlinePolicyIdentifier: list },
    ]
    expect(await decisionWithout('s3:ListBucket', ...both)).toBe('implicitDeny')
    const ofUser = { InlinePolicyIdentifier: { ...list, AttachmentType: 'user' as const } }
    expect(await decisionWithout('s3:ListBucket', { PolicyType: 'aws-managed' }, ofUser)).toBe('allowed')
    expect(await decisionWithout('s3:ListBucket', { PolicyType: 'aws-managed' })).toBe('allowed')
    await expect(decisionWithout('s3:ListBucket', {})).rejects.toMatchObject({ code: 'InvalidInput' })
    await expect(
      decisionWithout('s3:ListBucket', { PolicyArn: readOnly.replace('iam::aws', '*::*') }),
    ).rejects.toMatchObject({
      code: 'InvalidInput',
    })
  })

  it('is asked about the entity, and refused before any word on existence', async () => {
    const lab = await labWith({ ann: allow('iam:SimulatePrincipalPolicy', 'arn:aws:iam::*:user/ann'), bob: [] })
    const input = { PolicySourceArn: lab.userArn('ann'), ActionNames: ['s3:GetObject'] }
    expect((await lab.as('ann').perform(simulatePrincipalPolicy, input)).EvaluationResults).toHaveLength(1)
    for (const name of ['bob', 'nobody']) {
      const call = lab.as('ann').perform(simulatePrincipalPolicy, { ...input, PolicySourceArn: lab.userArn(name) })
      await expect(call).rejects.toMatchObject(
        noPolicyAllows(lab.userArn('ann'), 'iam:SimulatePrincipalPolicy', lab.userArn(name)),
      )
    }
  })

  it('says which entity is missing, and what is none', async () => {
    const lab = await labWith({ ann: [] })
    const arn = (rest: string) => `arn:aws:iam::${lab.account}:${rest}`
    const of = (PolicySourceArn: string) => ask(lab, { PolicySourceArn })
    await expect(of(arn('user/nobody'))).rejects.toMatchObject(noUser('nobody'))
    await expect(of(arn('user/elsewhere/ann'))).rejects.toMatchObject(noUser('ann'))
    await expect(of(arn('group/devs'))).rejects.toMatchObject(noGroup('devs'))
    await expect(of(arn('policy/Readers'))).rejects.toMatchObject({
      code: 'InvalidInput',
      message: `Invalid Entity Arn: ${arn('policy/Readers')} does not clearly define entity type and name.`,
    })
    await expect(of('arn:aws:iam::999988887777:user/ann')).rejects.toMatchObject({
      code: 'InvalidInput',
      message: `Invalid Policy Source Arn: caller's account ${lab.account} does not have access to policies in account 999988887777`,
    })
  })
})

describe('GetContextKeysForPrincipalPolicy', () => {
  it('lists the keys of all policies that count, and of those given', async () => {
    const { lab } = await team()
    const PolicyInputList = [documentOf(allow('s3:*', 'arn:aws:s3:::notes/${aws:userid}/*'))]
    const input = { PolicySourceArn: lab.userArn('ann'), PolicyInputList }
    expect(await lab.root.perform(getContextKeysForPrincipalPolicy, input)).toEqual({
      ContextKeyNames: ['aws:username', 'aws:userid'],
    })
  })
})
