import { describe, expect, it } from 'vitest'
import { assumeRole } from '../sts/assume-role'
import { limitExceeded, malformed, noPolicyAllows, noRole, noSuchEntity, notAnArn } from '../testing/expected'
import { allow, deny, type Lab, labWith, trusting } from '../testing/lab'
import { auditor, bucket, notes, power, powerUser, powerUserAccess, practice, values } from '../testing/role-templates'
import { acquireRole } from './acquire-role'
import { getRole } from './get-role'
import { getRolePolicy } from './get-role-policy'
import { listAttachedRolePolicies } from './list-attached-role-policies'
import { listRolePolicies } from './list-role-policies'
import { listRoles } from './list-roles'

async function policiesOf(lab: Lab, RoleName: string) {
  const { AttachedPolicies } = await lab.root.perform(listAttachedRolePolicies, { RoleName })
  const { PolicyNames } = await lab.root.perform(listRolePolicies, { RoleName })
  const documents = await Promise.all(
    PolicyNames.map((PolicyName) => lab.root.perform(getRolePolicy, { RoleName, PolicyName })),
  )
  const inline = documents.map(({ PolicyName, PolicyDocument }) => [PolicyName, JSON.parse(PolicyDocument).Statement])
  return { attached: AttachedPolicies.map(({ PolicyArn }) => PolicyArn), inline: Object.fromEntries(inline) }
}

describe('AcquireRole', () => {
  it('makes the role that the template describes', async () => {
    const lab = await labWith()
    const { Role } = await lab.root.perform(acquireRole, power())
    const core = {
      Path: '/',
      RoleName: 'PowerUserRole',
      RoleId: expect.stringMatching(/^AROA/),
      Arn: lab.roleArn('PowerUserRole'),
      CreateDate: lab.now,
      AssumeRolePolicyDocument: trusting({ Service: 'lambda.amazonaws.com' }),
    }
    const found = {
      ...core,
      Description: 'Power user role for lambda.amazonaws.com',
      MaxSessionDuration: 3600,
    }
    expect(JSON.parse(Role.AssumeRolePolicyDocument)).toEqual(JSON.parse(core.AssumeRolePolicyDocument))
    core.AssumeRolePolicyDocument = found.AssumeRolePolicyDocument = Role.AssumeRolePolicyDocument
    expect(Role).toEqual(core)
    expect((await lab.root.perform(getRole, { RoleName: 'PowerUserRole' })).Role).toEqual({
      ...found,
      RoleLastUsed: {},
      SourceRoleTemplate: { TemplateArn: powerUser, TemplateMinorVersion: 0 },
    })
    expect((await lab.root.perform(listRoles, {})).Roles).toEqual([found])
    expect(await policiesOf(lab, 'PowerUserRole')).toEqual({ attached: [powerUserAccess], inline: {} })
  })

  it('needs no values where there are no parameters, and sets the boundary', async () => {
    const lab = await labWith()
    await lab.root.perform(acquireRole, { TemplateArn: auditor })
    expect((await lab.root.perform(getRole, { RoleName: 'PracticeAuditor' })).Role).toMatchObject({
      Path: '/practice/',
      PermissionsBoundary: { PermissionsBoundaryArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' },
      SourceRoleTemplate: { TemplateArn: auditor, TemplateMinorVersion: 1 },
    })
    expect((await policiesOf(lab, 'PracticeAuditor')).attached).toHaveLength(2)
  })

  it('fills every text with values and defaults', async () => {
    const lab = await labWith({ ann: allow('sts:AssumeRole') })
    const { Role } = await lab.root.perform(acquireRole, notes(lab, { Team: 'blue', MaxKeys: '7' }))
    expect(Role.Arn).toBe(`arn:aws:iam::${lab.account}:role/practice/blue/PracticeBucketRole`)
    expect((await lab.root.perform(getRole, { RoleName: Role.RoleName })).Role).toMatchObject({
      Description: 'Works with the bucket of team blue.',
      Tags: [{ Key: 'team', Value: 'blue' }],
    })
    const list = {
      Sid: 'List',
      Effect: 'Allow',
      Action: 's3:ListBucket',
      Resource: 'arn:aws:s3:::notes',
      Condition: {
        StringLike: { 's3:prefix': ['public/*', 'shared/*'] },
        NumericLessThanEquals: { 's3:max-keys': '7' },
      },
    }
    const read = { Sid: 'Read', Effect: 'Allow', Action: 's3:GetObject', Resource: ['arn:aws:s3:::notes/*'] }
    expect(await policiesOf(lab, Role.RoleName)).toEqual({ attached: [], inline: { 'Read-blue': [list, read] } })
    const session = { RoleArn: Role.Arn, RoleSessionName: 'lesson' }
    expect((await lab.as('ann').perform(assumeRole, session)).AssumedRoleUser.AssumedRoleId).toMatch(Role.RoleId)
  })

  it('has statements where their parameter says True, and asks for their values only then', async () => {
    const lab = await labWith({ ann: [] })
    const missing = { code: 'InvalidInput', message: "Failed to render template: Parameter 'MoreArns' not found." }
    const enabled = {
      WRITE_ENABLED: 'true',
      SERVICE_ENABLED: 'True',
      ServiceNames: ['ec2.amazonaws.com', 'lambda.amazonaws.com'],
    }
    await expect(lab.root.perform(acquireRole, notes(lab, enabled))).rejects.toMatchObject(missing)
    const MoreArns = ['arn:aws:s3:::other/*', 'arn:aws:s3:::third/*']
    const { Role } = await lab.root.perform(acquireRole, notes(lab, { ...enabled, MoreArns }))
    const [, service] = JSON.parse(Role.AssumeRolePolicyDocument).Statement
    expect(service).toEqual({
      Effect: 'Allow',
      Principal: { Service: ['ec2.amazonaws.com', 'lambda.amazonaws.com'] },
      Action: 'sts:AssumeRole',
    })
    expect((await policiesOf(lab, Role.RoleName)).inline['Write-dojo']).toEqual([
      {
        Effect: 'Allow',
        Action: ['s3:PutObject', 's3:DeleteObject'],
        Resource: ['arn:aws:s3:::notes/*', ...MoreArns],
      },
    ])
  })

  it('keeps values in their place, whatever they say', async () => {
    const lab = await labWith({ ann: [] })
    const Prefixes = ['"],"Effect":"Allow"}]', '@{BucketArn}', '${aws:username}', '\\', 'ä']
    const { Role } = await lab.root.perform(acquireRole, notes(lab, { Prefixes }))
    const [list] = (await policiesOf(lab, Role.RoleName)).inline['Read-dojo']
    expect(list.Condition.StringLike).toEqual({ 's3:prefix': Prefixes })
  })

  it('leaves one event, which names the values as the template does', async () => {
    const lab = await labWith()
    await lab.root.perform(acquireRole, power())
    const events = await lab.events()
    expect(events).toMatchObject([{ name: 'AcquireRole', readOnly: false, errorCode: null }])
    expect(JSON.parse(events[0]?.record ?? '')).toMatchObject({
      requestParameters: {
        templateArn: powerUser,
        replacementValues: { AWSServiceName: { values: ['lambda.amazonaws.com'] } },
      },
      responseElements: { role: { roleName: 'PowerUserRole', arn: lab.roleArn('PowerUserRole') } },
    })
  })
})

describe('AcquireRole asks', () => {
  const onTemplate = (arn: string) => ({ ArnEquals: { 'iam:RoleTemplateARN': arn } })
  const reads = allow('iam:GetRoleTemplateVersion', powerUser)

  it('for the template first, then for each step with the template in the context', async () => {
    const attaches = { ArnEquals: { 'iam:RoleTemplateARN': powerUser, 'iam:PolicyARN': powerUserAccess } }
    const lab = await labWith({
      ann: [],
      bob: [reads],
      cleo: [reads, allow('iam:CreateRole', '*', onTemplate(powerUser))],
      dan: [
        reads,
        allow('iam:CreateRole', '*', onTemplate(powerUser)),
        allow('iam:AttachRolePolicy', 'arn:aws:iam::*:role/Web', attaches),
      ],
      eve: [reads, allow('iam:GetRole', '*', onTemplate(powerUser))],
    })
    const refused = (name: string, action: string, resource: string) =>
      expect(lab.as(name).perform(acquireRole, power('Web'))).rejects.toMatchObject(
        noPolicyAllows(lab.userArn(name), action, resource),
      )
    await refused('ann', 'iam:GetRoleTemplateVersion', `role template ${powerUser}`)
    await refused('bob', 'iam:CreateRole', 'role/Web')
    await refused('cleo', 'iam:AttachRolePolicy', 'role/Web')
    await expect(lab.root.perform(getRole, { RoleName: 'Web' })).rejects.toMatchObject(noRole('Web'))
    await lab.as('dan').perform(acquireRole, power('Web'))
    await refused('dan', 'iam:GetRole', 'role/Web')
    await lab.as('eve').perform(acquireRole, power('Web'))
    // AWS: the key is there in AcquireRole alone, though the role came out of it (recorded answers).
    await expect(lab.as('eve').perform(getRole, { RoleName: 'Web' })).rejects.toMatchObject({ code: 'AccessDenied' })
    const codes = (await lab.events()).map(({ name, errorCode }) => `${name} ${errorCode}`)
    expect(codes.filter((code) => code.startsWith('AcquireRole'))).toHaveLength(6)
  })

  it.each([
    [auditor, 'iam:PutRolePermissionsBoundary'],
    [auditor, 'iam:AttachRolePolicy'],
    [bucket, 'iam:TagRole'],
    [bucket, 'iam:PutRolePolicy'],
    [bucket, 'iam:CreateRole'],
  ])('for all that the template does: %s, %s', async (TemplateArn, action) => {
    const lab = await labWith({
      ann: [allow('iam:*'), deny(action, '*', { Null: { 'iam:RoleTemplateARN': 'false' } })],
    })
    const input = TemplateArn === bucket ? notes(lab) : { TemplateArn }
    await expect(lab.as('ann').perform(acquireRole, input)).rejects.toMatchObject({
      code: 'AccessDenied',
      message: expect.stringContaining(action),
    })
    expect((await lab.root.perform(listRoles, {})).Roles).toEqual([])
  })
})

describe('AcquireRole does not make', () => {
  it('a role of a template that is not there or disabled, which only readers of it are told', async () => {
    const lab = await labWith({ ann: [] })
    const retired = `${practice}/PracticeRetiredRoleTemplate:1`
    const disabled = { code: 'RoleTemplateDisabled', status: 400 }
    await expect(lab.root.perform(acquireRole, { TemplateArn: retired })).rejects.toMatchObject(disabled)
    const version = { TemplateArn: auditor, TemplateMinorVersion: 2 }
    await expect(lab.root.perform(acquireRole, version)).rejects.toMatchObject(disabled)
    for (const unknown of [{ ...power(), TemplateMinorVersion: 1 }, { TemplateArn: `${practice}/None:1` }]) {
      const missing = noSuchEntity(`Role template not found in repository: ${unknown.TemplateArn}`)
      await expect(lab.root.perform(acquireRole, unknown)).rejects.toMatchObject(missing)
      await expect(lab.as('ann').perform(acquireRole, unknown)).rejects.toMatchObject({ code: 'AccessDenied' })
    }
  })

  const notRendered = (why: string) => ({
    code: 'InvalidInput',
    status: 400,
    message: `Failed to render template: ${why}`,
  })

  it('a role without the values that it needs, or of others', async () => {
    const lab = await labWith({ ann: [] })
    const refused = (TemplateArn: string, texts: Record<string, string | string[]>, error: object) =>
      expect(lab.root.perform(acquireRole, { TemplateArn, ReplacementValues: values(texts) })).rejects.toMatchObject(
        error,
      )
    await refused(powerUser, {}, notRendered("Parameter 'AWSServiceName' not found."))
    await refused(powerUser, { Unused: 'x' }, notRendered('Unrecognized parameter: Unused'))
    await refused(powerUser, { toString: 'x' }, notRendered('Unrecognized parameter: toString'))
    for (const AWSServiceName of [[], ['a.com', 'b.com']]) {
      const count = AWSServiceName.length
      const message = `AWSServiceName replacement value must contain exactly one value, got ${count}`
      await refused(powerUser, { AWSServiceName }, { code: 'ValidationError', message })
    }
    await refused(bucket, { MaxKeys: 'many' }, notRendered("Parameter 'MaxKeys' must be of type Number."))
    await refused(bucket, { BucketArn: 'notes' }, notRendered("Parameter 'BucketArn' must be of type Arn."))
    await refused(bucket, { MoreArns: ['x'] }, notRendered("Parameter 'MoreArns' must be of type ArnList."))
    const named = { AWSServiceName: 'a.com', RoleName: 'no blanks' }
    await refused(powerUser, named, notRendered('the values make no valid RoleName.'))
  })

  it('a role that CreateRole would not make', async () => {
    const lab = await labWith({ ann: [] })
    await expect(lab.root.perform(acquireRole, power('Web', 'lambda'))).rejects.toMatchObject(
      malformed('Invalid principal in policy: "SERVICE":"lambda"'),
    )
    const TrustedArns = lab.userArn('nobody')
    await expect(lab.root.perform(acquireRole, notes(lab, { TrustedArns }))).rejects.toMatchObject(
      malformed(`Invalid principal in policy: "AWS":"${TrustedArns}"`),
    )
    const Prefixes = Array.from({ length: 90 }, (_, at) =>
      `folder-of-the-team-number-${at}/with/a/very/long/name/`.repeat(3),
    )
    await expect(lab.root.perform(acquireRole, notes(lab, { Prefixes }))).rejects.toMatchObject(
      limitExceeded('Maximum policy size of 10240 bytes exceeded for role PracticeBucketRole'),
    )
    expect((await lab.root.perform(listRoles, {})).Roles).toEqual([])
  })

  it('anything of input that is none', async () => {
    const lab = await labWith()
    const TemplateArn = 'PowerUserRoleTemplate:1'
    await expect(lab.root.perform(acquireRole, { TemplateArn })).rejects.toMatchObject(notAnArn)
    const many = Object.fromEntries(Array.from({ length: 31 }, (_, at) => [`p${at}`, 'x']))
    await expect(
      lab.root.perform(acquireRole, { TemplateArn: powerUser, ReplacementValues: values(many) }),
    ).rejects.toMatchObject({ code: 'ValidationError' })
  })
})
