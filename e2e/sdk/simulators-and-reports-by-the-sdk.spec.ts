import {
  AddUserToGroupCommand,
  AttachGroupPolicyCommand,
  CreateAccessKeyCommand,
  CreateGroupCommand,
  CreatePolicyCommand,
  CreateUserCommand,
  CredentialReportNotPresentException,
  GenerateCredentialReportCommand,
  GenerateServiceLastAccessedDetailsCommand,
  GetContextKeysForCustomPolicyCommand,
  GetContextKeysForPrincipalPolicyCommand,
  GetCredentialReportCommand,
  GetServiceLastAccessedDetailsCommand,
  GetServiceLastAccessedDetailsWithEntitiesCommand,
  InvalidInputException,
  ListPoliciesGrantingServiceAccessCommand,
  ListUsersCommand,
  NoSuchEntityException,
  PutUserPolicyCommand,
  paginateGetAccountAuthorizationDetails,
  paginateSimulateCustomPolicy,
  paginateSimulatePrincipalPolicy,
  SimulateCustomPolicyCommand,
  SimulatePrincipalPolicyCommand,
} from '@aws-sdk/client-iam'
import { expect, iamFor, test } from './fixtures'

const statement = (Effect: 'Allow' | 'Deny', Action: string | string[], Resource = '*', Condition?: object) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect, Action, Resource, Condition }] })

const allow = (Action: string | string[], Resource?: string, Condition?: object) =>
  statement('Allow', Action, Resource, Condition)

/** Ann, who may list buckets by her own policy and users by that of her group. */
async function team(iam: ReturnType<typeof iamFor>, account: string) {
  await iam.send(new CreateUserCommand({ UserName: 'ann', Path: '/team/' }))
  const own = { PolicyName: 'own', PolicyDocument: allow('s3:ListAllMyBuckets') }
  await iam.send(new PutUserPolicyCommand({ UserName: 'ann', ...own }))
  await iam.send(new CreateGroupCommand({ GroupName: 'devs' }))
  await iam.send(new AddUserToGroupCommand({ GroupName: 'devs', UserName: 'ann' }))
  const listers = {
    PolicyName: 'Listers',
    PolicyDocument: allow('iam:List*', '*', { Bool: { 'aws:SecureTransport': 'false' } }),
  }
  const { Policy } = await iam.send(new CreatePolicyCommand(listers))
  await iam.send(new AttachGroupPolicyCommand({ GroupName: 'devs', PolicyArn: Policy?.Arn }))
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName: 'ann' }))
  const key = { id: AccessKey?.AccessKeyId ?? '', secret: AccessKey?.SecretAccessKey ?? '' }
  return { ann: `arn:aws:iam::${account}:user/team/ann`, key, policy: Policy?.Arn ?? '' }
}

test('documents are simulated before anybody gets them', async ({ iam }) => {
  const PolicyInputList = [allow('s3:*'), statement('Deny', 's3:Delete*', 'arn:aws:s3:::logs/*')]
  const ActionNames = ['s3:GetObject', 's3:DeleteObject', 'ec2:RunInstances']
  const ResourceArns = ['arn:aws:s3:::logs/a', 'arn:aws:s3:::notes/a']
  const found: unknown[] = []
  const pages = paginateSimulateCustomPolicy(
    { client: iam, pageSize: 2 },
    { PolicyInputList, ActionNames, ResourceArns },
  )
  for await (const { EvaluationResults = [] } of pages) {
    for (const { EvalActionName, EvalDecision, ResourceSpecificResults = [] } of EvaluationResults) {
      found.push([EvalActionName, EvalDecision, ...ResourceSpecificResults.map((one) => one.EvalResourceDecision)])
    }
  }
  expect(found).toEqual([
    ['s3:GetObject', 'allowed', 'allowed', 'allowed'],
    ['s3:DeleteObject', 'explicitDeny', 'explicitDeny', 'allowed'],
    ['ec2:RunInstances', 'implicitDeny', 'implicitDeny', 'implicitDeny'],
  ])

  const owner = 'arn:aws:iam::444455556666:root'
  const CallerArn = 'arn:aws:iam::111122223333:user/ann'
  const Principal = { AWS: CallerArn }
  const grant = { Effect: 'Allow', Principal, Action: 's3:GetObject', Resource: 'arn:aws:s3:::notes/*' }
  const ResourcePolicy = JSON.stringify({ Version: '2012-10-17', Statement: [grant] })
  const foreign = {
    ActionNames: ['s3:GetObject'],
    ResourceArns: ['arn:aws:s3:::notes/a'],
    ResourceOwner: owner,
    ResourcePolicy,
  }
  const { EvaluationResults } = await iam.send(
    new SimulateCustomPolicyCommand({ PolicyInputList, CallerArn, ...foreign }),
  )
  expect(EvaluationResults).toMatchObject([
    { EvalDecision: 'allowed', EvalDecisionDetails: { 'IAM Policy': 'allowed', 'Resource Policy': 'allowed' } },
  ])
  const unnamed = iam.send(new SimulateCustomPolicyCommand({ PolicyInputList, ...foreign }))
  await expect(unnamed).rejects.toBeInstanceOf(InvalidInputException)
  const keys = new GetContextKeysForCustomPolicyCommand({
    PolicyInputList: [allow('s3:*', 'arn:aws:s3:::n/${aws:username}')],
  })
  expect((await iam.send(keys)).ContextKeyNames).toEqual(['aws:username'])
})

test('a user is simulated with the policies of its group', async ({ iam, account }) => {
  const { ann } = await team(iam, account.id)
  const simulate = async (more: object = {}) => {
    const found: unknown[] = []
    const input = { PolicySourceArn: ann, ActionNames: ['iam:ListUsers', 's3:ListAllMyBuckets'], ...more }
    for await (const page of paginateSimulatePrincipalPolicy({ client: iam, pageSize: 1 }, input)) {
      for (const { EvalDecision, MatchedStatements = [], MissingContextValues } of page.EvaluationResults ?? []) {
        found.push([EvalDecision, MatchedStatements[0]?.SourcePolicyId, MissingContextValues])
      }
    }
    return found
  }
  expect(await simulate()).toEqual([
    ['implicitDeny', undefined, ['aws:SecureTransport']],
    ['allowed', 'user_ann_own', ['aws:SecureTransport']],
  ])
  const insecure = { ContextKeyName: 'aws:SecureTransport', ContextKeyType: 'boolean', ContextKeyValues: ['false'] }
  expect(await simulate({ ContextEntries: [insecure], PolicyExclusionList: [{ PolicyType: 'inline' }] })).toEqual([
    ['allowed', 'Listers', []],
    ['implicitDeny', undefined, []],
  ])
  const { ContextKeyNames } = await iam.send(new GetContextKeysForPrincipalPolicyCommand({ PolicySourceArn: ann }))
  expect(ContextKeyNames).toEqual(['aws:SecureTransport'])
  const nobody = { PolicySourceArn: ann.replace('ann', 'nobody'), ActionNames: ['s3:GetObject'] }
  await expect(iam.send(new SimulatePrincipalPolicyCommand(nobody))).rejects.toBeInstanceOf(NoSuchEntityException)
})

test('the whole account is described page by page', async ({ iam, account }) => {
  await team(iam, account.id)
  const found: (string | undefined)[] = []
  for await (const page of paginateGetAccountAuthorizationDetails({ client: iam, pageSize: 1 }, {})) {
    for (const { UserName, UserPolicyList, GroupList } of page.UserDetailList ?? []) {
      found.push(UserName, decodeURIComponent(UserPolicyList?.[0]?.PolicyDocument ?? ''), ...(GroupList ?? []))
    }
    for (const { GroupName, AttachedManagedPolicies } of page.GroupDetailList ?? []) {
      found.push(GroupName, AttachedManagedPolicies?.[0]?.PolicyName)
    }
    for (const { PolicyName, PolicyVersionList } of page.Policies ?? []) {
      found.push(PolicyName, PolicyVersionList?.[0]?.VersionId)
    }
  }
  expect(found).toEqual(['ann', allow('s3:ListAllMyBuckets'), 'devs', 'devs', 'Listers', 'Listers', 'v1'])
})

test('a credential report is written and read', async ({ iam, account }) => {
  await expect(iam.send(new GetCredentialReportCommand({}))).rejects.toBeInstanceOf(CredentialReportNotPresentException)
  await team(iam, account.id)
  expect((await iam.send(new GenerateCredentialReportCommand({}))).State).toBe('STARTED')
  await expect.poll(async () => (await iam.send(new GenerateCredentialReportCommand({}))).State).toBe('COMPLETE')
  const { Content, ReportFormat } = await iam.send(new GetCredentialReportCommand({}))
  expect(ReportFormat).toBe('text/csv')
  const [header, root, ann] = new TextDecoder().decode(Content).split('\n')
  expect(header).toMatch(/^user,arn,user_creation_time,password_enabled,/)
  expect(root).toMatch(new RegExp(`^<root_account>,arn:aws:iam::${account.id}:root,`))
  expect(ann).toMatch(new RegExp(`^ann,arn:aws:iam::${account.id}:user/team/ann,[^,]+,false,N/A,N/A,N/A,false,true,`))
})

test('what was used last comes from the calls that were made', async ({ iam, account }) => {
  const { ann, key, policy } = await team(iam, account.id)
  await iamFor(key).send(new ListUsersCommand({}))
  const report = async (Arn: string) => {
    const { JobId } = await iam.send(
      new GenerateServiceLastAccessedDetailsCommand({ Arn, Granularity: 'ACTION_LEVEL' }),
    )
    return { JobId, ...(await iam.send(new GetServiceLastAccessedDetailsCommand({ JobId }))) }
  }
  // Events of reads are written in batches.
  const lastOf = async () =>
    (await report(ann)).ServicesLastAccessed?.map((one) => [one.ServiceNamespace, one.LastAuthenticatedEntity])
  await expect.poll(lastOf).toEqual([
    ['iam', ann],
    ['s3', undefined],
  ])
  const { JobId, JobStatus, ServicesLastAccessed } = await report(policy)
  expect(JobStatus).toBe('COMPLETED')
  expect(ServicesLastAccessed).toMatchObject([
    { ServiceNamespace: 'iam', TotalAuthenticatedEntities: 1, LastAuthenticatedRegion: 'eu-west-1' },
  ])
  expect(ServicesLastAccessed?.[0]?.TrackedActionsLastAccessed).toContainEqual(
    expect.objectContaining({ ActionName: 'ListUsers', LastAccessedEntity: ann }),
  )
  const entities = new GetServiceLastAccessedDetailsWithEntitiesCommand({ JobId, ServiceNamespace: 'iam' })
  expect((await iam.send(entities)).EntityDetailsList).toMatchObject([
    { EntityInfo: { Arn: ann, Name: 'ann', Type: 'USER' }, LastAuthenticated: expect.any(Date) },
  ])
  const granting = new ListPoliciesGrantingServiceAccessCommand({ Arn: ann, ServiceNamespaces: ['iam', 's3'] })
  expect((await iam.send(granting)).PoliciesGrantingServiceAccess).toMatchObject([
    { ServiceNamespace: 'iam', Policies: [{ PolicyName: 'Listers', PolicyType: 'MANAGED', PolicyArn: policy }] },
    {
      ServiceNamespace: 's3',
      Policies: [{ PolicyName: 'own', PolicyType: 'INLINE', EntityType: 'USER', EntityName: 'ann' }],
    },
  ])
})
