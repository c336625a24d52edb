import { describe, expect, it } from 'vitest'
import { badInput, noPolicyAllows } from '../testing/expected'
import { allow, deny, documentOf, type Lab, labWith } from '../testing/lab'
import { simulateCustomPolicy } from './simulate-custom-policy'

type Input = Parameters<typeof simulateCustomPolicy.run>[0]['input']

const object = 'arn:aws:s3:::notes/a.txt'
const ask = (lab: Lab, input: Partial<Input>) =>
  lab.root.perform(simulateCustomPolicy, {
    PolicyInputList: [documentOf(allow('s3:GetObject'))],
    ActionNames: ['s3:GetObject'],
    ...input,
  })
const first = async (lab: Lab, input: Partial<Input>) => (await ask(lab, input)).EvaluationResults[0]

const openTo = (principal: string, effect: 'Allow' | 'Deny' = 'Allow') =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: effect, Principal: { AWS: principal }, Action: 's3:*', Resource: 'arn:aws:s3:::notes/*' }],
  })

const ann = 'arn:aws:iam::111122223333:user/ann'

describe('SimulateCustomPolicy', () => {
  it('gives the recorded place of the statement that allows', async () => {
    const lab = await labWith({ ann: allow('iam:SimulateCustomPolicy') })
    const recorded =
      '{"Version": "2012-10-17", "Statement": {"Sid": "", "Effect": "Allow", "Action": "s3:PutObject", "Resource": "*"}}'
    const input = { PolicyInputList: [recorded], ActionNames: ['s3:PutObject'] }
    expect(await lab.as('ann').perform(simulateCustomPolicy, input)).toEqual({
      EvaluationResults: [
        {
          EvalActionName: 's3:PutObject',
          EvalResourceName: '*',
          EvalDecision: 'allowed',
          MatchedStatements: [
            {
              SourcePolicyId: 'PolicyInputList.1',
              SourcePolicyType: 'IAM Policy',
              StartPosition: { Line: 1, Column: 41 },
              EndPosition: { Line: 1, Column: 113 },
            },
          ],
          MissingContextValues: [],
        },
      ],
      IsTruncated: false,
    })
  })

  it('gives one result per action over all resources, the strictest counting, and each resource its own', async () => {
    const lab = await labWith()
    const PolicyInputList = [documentOf(allow('s3:GetObject')), documentOf(deny('s3:*', 'arn:aws:s3:::secret/*'))]
    const ResourceArns = [object, 'arn:aws:s3:::secret/b.txt']
    const { EvaluationResults } = await ask(lab, {
      PolicyInputList,
      ResourceArns,
      ActionNames: ['s3:GetObject', 's3:PutObject'],
    })
    expect(EvaluationResults).toMatchObject([
      {
        EvalActionName: 's3:GetObject',
        EvalResourceName: 'arn:${Partition}:s3:::${BucketName}/${ObjectName}',
        EvalDecision: 'explicitDeny',
        MatchedStatements: [{ SourcePolicyId: 'PolicyInputList.2' }],
        EvalDecisionDetails: {},
        ResourceSpecificResults: [
          {
            EvalResourceName: object,
            EvalResourceDecision: 'allowed',
            MatchedStatements: [{ SourcePolicyId: 'PolicyInputList.1' }],
          },
          { EvalResourceDecision: 'explicitDeny', MatchedStatements: [{ SourcePolicyId: 'PolicyInputList.2' }] },
        ],
      },
      {
        EvalDecision: 'explicitDeny',
        ResourceSpecificResults: [{ EvalResourceDecision: 'implicitDeny', MatchedStatements: [] }, {}],
      },
    ])
    expect(await first(lab, { ResourceArns: [object] })).toMatchObject({
      EvalResourceName: object,
      EvalDecision: 'allowed',
    })
  })

  it('lists the context keys that are missing, and takes those that are given', async () => {
    const lab = await labWith()
    const Condition = { NumericLessThan: { 's3:max-keys': '10' }, StringEquals: { 'aws:TagKeys': ['${aws:username}'] } }
    const PolicyInputList = [documentOf(allow('s3:ListBucket', '*', Condition))]
    const input = { PolicyInputList, ActionNames: ['s3:ListBucket'], ResourceArns: ['arn:aws:s3:::notes'] }
    expect(await first(lab, input)).toMatchObject({
      EvalDecision: 'implicitDeny',
      MissingContextValues: ['aws:username', 's3:max-keys', 'aws:TagKeys'],
      ResourceSpecificResults: [{ MissingContextValues: ['aws:username', 's3:max-keys', 'aws:TagKeys'] }],
    })
    const entry = (ContextKeyName: string, ContextKeyType: 'string' | 'numeric', value: string) => ({
      ContextKeyName,
      ContextKeyType,
      ContextKeyValues: [value],
    })
    const ContextEntries = [
      entry('AWS:USERNAME', 'string', 'ann'),
      entry('s3:max-keys', 'numeric', '5'),
      entry('aws:tagkeys', 'string', 'ann'),
    ]
    expect(await first(lab, { ...input, ContextEntries })).toMatchObject({
      EvalDecision: 'allowed',
      MissingContextValues: [],
    })
  })

  it('tells what the boundary and the organization say', async () => {
    const lab = await labWith()
    const boundary = { PermissionsBoundaryPolicyInputList: [documentOf(allow('s3:List*'))] }
    expect(await first(lab, boundary)).toMatchObject({
      EvalDecision: 'implicitDeny',
      MatchedStatements: [],
      PermissionsBoundaryDecisionDetail: { AllowedByPermissionsBoundary: false },
    })
    const level = (...documents: string[]) => ({ ServiceControlPolicyInputList: documents })
    const open = level(documentOf(allow('*')))
    const closed = level(documentOf(allow('*'), deny('s3:*')))
    const organization = (last: typeof open) => ({
      OrderedOrganizationPolicyInputList: [open, last],
      ResourceArns: [object],
    })
    expect(await first(lab, organization(open))).toMatchObject({
      EvalDecision: 'allowed',
      OrganizationsDecisionDetail: { AllowedByOrganizations: true },
      EvalDecisionDetails: {},
    })
    const ended = await first(lab, organization(closed))
    expect(ended).toMatchObject({
      EvalDecision: 'explicitDeny',
      MatchedStatements: [],
      OrganizationsDecisionDetail: { AllowedByOrganizations: false },
    })
    expect(ended).not.toHaveProperty('EvalDecisionDetails')
  })

  it('asks both sides across accounts', async () => {
    const lab = await labWith()
    const input = { CallerArn: ann, ResourceArns: [object], ResourceOwner: 'arn:aws:iam::444455556666:root' }
    expect(await first(lab, { ...input, ResourcePolicy: openTo(ann) })).toMatchObject({
      EvalDecision: 'allowed',
      MatchedStatements: [
        { SourcePolicyId: 'PolicyInputList.1', SourcePolicyType: 'IAM Policy' },
        { SourcePolicyId: 'ResourcePolicy', SourcePolicyType: 'Resource Policy' },
      ],
      EvalDecisionDetails: { 'IAM Policy': 'allowed', 'Resource Policy': 'allowed' },
      ResourceSpecificResults: [{ EvalDecisionDetails: { 'IAM Policy': 'allowed', 'Resource Policy': 'allowed' } }],
    })
    expect(await first(lab, { ...input, ResourcePolicy: openTo('arn:aws:iam::111122223333:user/bob') })).toMatchObject({
      EvalDecision: 'implicitDeny',
      EvalDecisionDetails: { 'IAM Policy': 'allowed', 'Resource Policy': 'implicitDeny' },
    })
    const own = { CallerArn: ann, ResourceArns: [object], ResourcePolicy: openTo(ann, 'Deny') }
    expect(await first(lab, own)).toMatchObject({ EvalDecision: 'explicitDeny', EvalDecisionDetails: {} })
  })

  it('pages over the actions', async () => {
    const lab = await labWith()
    const ActionNames = ['s3:GetObject', 's3:PutObject', 's3:ListBucket']
    const one = await ask(lab, { ActionNames, MaxItems: 2 })
    expect(one).toMatchObject({ IsTruncated: true, EvaluationResults: [{ EvalDecision: 'allowed' }, {}] })
    const two = await ask(lab, { ActionNames, MaxItems: 2, Marker: one.Marker })
    expect(two).toMatchObject({ IsTruncated: false, EvaluationResults: [{ EvalActionName: 's3:ListBucket' }] })
  })

  it('keeps a page short where each action has many resources', async () => {
    const lab = await labWith()
    const ResourceArns = Array.from({ length: 1000 }, (_, at) => `arn:aws:s3:::notes/${at}`)
    const { EvaluationResults, IsTruncated } = await ask(lab, {
      ResourceArns,
      ActionNames: Array(5).fill('s3:GetObject'),
    })
    expect([EvaluationResults.length, IsTruncated]).toEqual([2, true])
    await expect(ask(lab, { ResourceArns: [...ResourceArns, object] })).rejects.toMatchObject(
      badInput('resourceArns', 'Member must have length less than or equal to 1000'),
    )
  })

  it('bounds the work of one call, whatever its policies: by shorter pages, and where one action is too much', async () => {
    const lab = await labWith()
    const many = (count: number, action: string) => {
      const statements = Array.from({ length: count }, () => `{"Effect":"Allow","Action":"${action}","Resource":"*"}`)
      return `{"Version":"2012-10-17","Statement":[${statements}]}`
    }
    const arns = (count: number) => Array.from({ length: count }, (_, at) => `arn:aws:s3:::notes/${at}`)
    const ActionNames = ['s3:GetObject', 's3:PutObject', 's3:ListBucket']
    const elsewhere = await ask(lab, {
      PolicyInputList: [many(1_000, 'ec2:RunInstances')],
      ResourceArns: arns(45),
      ActionNames,
    })
    expect([elsewhere.EvaluationResults.length, elsewhere.IsTruncated]).toEqual([2, true])
    const PolicyInputList = [many(1_000, 's3:*'), many(1_000, 's3:*'), many(101, 's3:*')]
    const whole = await ask(lab, { PolicyInputList, ResourceArns: arns(9), ActionNames })
    expect(whole.EvaluationResults[0]?.ResourceSpecificResults?.[8]?.MatchedStatements).toHaveLength(2_101)
    const refused = { code: 'InvalidInput', status: 400 }
    await expect(ask(lab, { PolicyInputList, ResourceArns: arns(10), ActionNames })).rejects.toMatchObject({
      ...refused,
      message: expect.stringContaining('21010 matches'),
    })
    await expect(ask(lab, { PolicyInputList, ResourceArns: arns(952), ActionNames })).rejects.toMatchObject({
      ...refused,
      message: expect.stringContaining('2101 statements'),
    })
  })

  it.each<[string, Partial<Input>, string]>([
    [
      'a document that could not be saved',
      { PolicyInputList: ['{}'] },
      'Invalid policy document PolicyInputList.1: Syntax errors in policy.',
    ],
    ['a resource that is no ARN', { ResourceArns: ['a.txt'] }, 'ResourceNames are not in a valid ARN format: a.txt.'],
    [
      'an owner that is no account',
      { ResourceOwner: '123456789012' },
      "'123456789012' is not a valid as a Resource Owner.",
    ],
    [
      'a resource policy without a caller',
      { ResourcePolicy: openTo(ann) },
      'Invalid caller - Caller must be an IAM user in this context.',
    ],
    [
      'a resource policy for a role',
      { ResourcePolicy: openTo(ann), CallerArn: 'arn:aws:iam::111122223333:role/r' },
      'Invalid caller - Caller must be an IAM user in this context.',
    ],
    [
      'a caller that is a session',
      { CallerArn: 'arn:aws:sts::111122223333:assumed-role/r/s' },
      'Invalid Entity Arn: arn:aws:sts::111122223333:assumed-role/r/s does not clearly define entity type and name.',
    ],
    [
      'two boundaries',
      { PermissionsBoundaryPolicyInputList: [documentOf(allow('*')), documentOf(allow('*'))] },
      'Only one permissions boundary can be simulated.',
    ],
    [
      'a wildcard',
      { ActionNames: ['s3:*'] },
      'Invalid action name: s3:*. It must be a service prefix, a colon and an action, without wildcards.',
    ],
    [
      'a scenario without its resources',
      { ResourceHandlingOption: 'EC2-VPC-EBS', ResourceArns: ['arn:aws:ec2:eu-west-1:111122223333:instance/*'] },
      'The resource handling option EC2-VPC-EBS also needs: image, security-group, network-interface, volume.',
    ],
    [
      'a number that is none',
      { ContextEntries: [{ ContextKeyName: 's3:max-keys', ContextKeyType: 'numeric', ContextKeyValues: ['ten'] }] },
      'The value ten of the context key s3:max-keys is not of type numeric.',
    ],
    [
      'two values of a single-valued type',
      { ContextEntries: [{ ContextKeyName: 's3:prefix', ContextKeyValues: ['a', 'b'] }] },
      'The context key s3:prefix of type string must have exactly one value.',
    ],
  ])('answers InvalidInput for %s', async (_, input, message) => {
    await expect(ask(await labWith(), input)).rejects.toMatchObject({ code: 'InvalidInput', status: 400, message })
  })

  it('is refused to those who may not', async () => {
    const lab = await labWith({ ann: [] })
    const call = lab.as('ann').perform(simulateCustomPolicy, { PolicyInputList: [], ActionNames: [] })
    await expect(call).rejects.toMatchObject(noPolicyAllows(lab.userArn('ann'), 'iam:SimulateCustomPolicy', '*'))
  })
})
