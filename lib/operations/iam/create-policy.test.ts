import { describe, expect, it, vi } from 'vitest'
import { badInput, limitExceeded, malformed, noPolicyAllows, overQuota } from '../testing/expected'
import { allow, documentOf, documentOfSize, labWith } from '../testing/lab'
import { createPolicy } from './create-policy'

// A small account: the quota of 1,500 policies is reached sooner.
vi.mock('@/lib/aws/limits', async (load) => {
  const real = await load<typeof import('@/lib/aws/limits')>()
  return { ...real, limits: { ...real.limits, PoliciesQuota: 3 } }
})

const PolicyDocument = documentOf(allow('s3:GetObject'))
const of = (statement: object, rest: object = {}) =>
  JSON.stringify({ Version: '2012-10-17', Statement: statement, ...rest })
const good = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }

describe('CreatePolicy', () => {
  it('succeeds with version 1 as the default, and its event comes with it', async () => {
    const lab = await labWith({ ann: allow('iam:CreatePolicy', 'arn:aws:iam::*:policy/dev/*') })
    const { Policy } = await lab
      .as('ann')
      .perform(createPolicy, { PolicyName: 'Readers', Path: '/dev/', PolicyDocument, Description: 'Reads.' })
    expect(Policy).toEqual({
      PolicyName: 'Readers',
      PolicyId: expect.stringMatching(/^ANPA[A-Z2-7]{17}$/),
      Arn: `arn:aws:iam::${lab.account}:policy/dev/Readers`,
      Path: '/dev/',
      DefaultVersionId: 'v1',
      AttachmentCount: 0,
      PermissionsBoundaryUsageCount: 0,
      IsAttachable: true,
      CreateDate: lab.now,
      UpdateDate: lab.now,
    })
    const [event] = await lab.events()
    expect(event).toMatchObject({ name: 'CreatePolicy', userName: 'ann', errorCode: null, resourceName: 'Readers' })
    expect(JSON.parse(event?.record ?? '').responseElements.policy).toMatchObject({ arn: Policy.Arn })
  })

  it('is refused under the name of the policy, and nothing is written', async () => {
    const lab = await labWith({ ann: allow('iam:CreatePolicy', 'arn:aws:iam::*:policy/dev/*') })
    await expect(lab.as('ann').perform(createPolicy, { PolicyName: 'Readers', PolicyDocument })).rejects.toMatchObject({
      ...noPolicyAllows(lab.userArn('ann'), 'iam:CreatePolicy', 'policy Readers'),
      denial: { resource: `arn:aws:iam::${lab.account}:policy/Readers` },
    })
    expect(await lab.store().policies.find('Readers')).toBeNull()
    expect(await lab.events()).toMatchObject([{ name: 'CreatePolicy', errorCode: 'AccessDenied' }])
  })

  it('asks for the tags as well, and gives them back', async () => {
    const lab = await labWith({ ann: allow('iam:CreatePolicy') })
    const Tags = [
      { Key: 'team', Value: 'dev' },
      { Key: 'Team', Value: 'ops' },
    ]
    const input = { PolicyName: 'Readers', PolicyDocument, Tags }
    await expect(lab.as('ann').perform(createPolicy, input)).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('ann'), 'iam:TagPolicy', 'policy Readers'),
    )
    expect((await lab.root.perform(createPolicy, input)).Policy).toMatchObject({ Tags })
    const twice = { PolicyName: 'Writers', PolicyDocument, Tags: [Tags[0], Tags[0]] as typeof Tags }
    await expect(lab.root.perform(createPolicy, twice)).rejects.toMatchObject({ code: 'InvalidInput' })
  })

  it('finds the name taken without regard to case or path, and stops at the quota', async () => {
    const lab = await labWith()
    await lab.root.perform(createPolicy, { PolicyName: 'Readers', PolicyDocument })
    await expect(
      lab.root.perform(createPolicy, { PolicyName: 'READERS', Path: '/dev/', PolicyDocument }),
    ).rejects.toMatchObject({
      code: 'EntityAlreadyExists',
      status: 409,
      message: 'A policy called READERS already exists. Duplicate names are not allowed.',
    })
    for (const PolicyName of ['B', 'C']) await lab.root.perform(createPolicy, { PolicyName, PolicyDocument })
    await expect(lab.root.perform(createPolicy, { PolicyName: 'D', PolicyDocument })).rejects.toMatchObject(
      overQuota('CustomerManagedPoliciesPerAccount', 3),
    )
  })

  it('takes 6,144 characters, whatever the white space, and not one more', async () => {
    const lab = await labWith()
    const spread = JSON.stringify(JSON.parse(documentOfSize(6144)), null, 8)
    await lab.root.perform(createPolicy, { PolicyName: 'Full', PolicyDocument: spread })
    await expect(
      lab.root.perform(createPolicy, { PolicyName: 'Over', PolicyDocument: documentOfSize(6145) }),
    ).rejects.toMatchObject(limitExceeded('Cannot exceed quota for PolicySize: 6144'))
  })

  it.each([
    ['no JSON', '{', 'Syntax errors in policy.'],
    ['a list', '[]', 'Syntax errors in policy.'],
    [
      'a key given twice',
      `{"Version":"2012-10-17","Version":"2012-10-17","Statement":${JSON.stringify(good)}}`,
      'Syntax errors in policy.',
    ],
    ['an unknown element', of(good, { Colour: 'red' }), 'Syntax errors in policy.'],
    [
      'an unknown operator',
      of({ ...good, Condition: { StringIs: { 'aws:username': 'ann' } } }),
      'Syntax errors in policy.',
    ],
    ['no version', JSON.stringify({ Statement: good }), 'Policy document must be version 2012-10-17 or greater.'],
    ['the effect in small letters', of({ ...good, Effect: 'allow' }), 'The policy failed legacy parsing'],
    [
      'a Sid twice',
      of([
        { ...good, Sid: 'A' },
        { ...good, Sid: 'A' },
      ]),
      'Statement IDs (SID) in a single policy must be unique.',
    ],
    ['no action', of({ Effect: 'Allow', Resource: '*' }), 'Policy statement must contain actions.'],
    ['a bucket without ARN', of({ ...good, Resource: 'bucket' }), 'Resource bucket must be in ARN format or "*".'],
    [
      'an action without service',
      of({ ...good, Action: 'GetObject' }),
      'Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.',
    ],
    [
      'an action with two colons',
      of({ ...good, Action: 's3:Get:Object' }),
      'Actions/Condition can contain only one colon.',
    ],
    ['a strange service', of({ ...good, Action: 's3!:GetObject' }), 'Vendor s3! is not valid'],
    ['no resource', of({ Effect: 'Allow', Action: 's3:*' }), 'Policy statement must contain resources.'],
    ['a principal', of({ ...good, Principal: '*' }), 'Policy document should not specify a principal.'],
  ])('does not take a document with %s', async (_, document, message) => {
    const lab = await labWith()
    await expect(lab.root.perform(createPolicy, { PolicyName: 'Bad', PolicyDocument: document })).rejects.toMatchObject(
      malformed(message),
    )
  })

  it.each([
    [{ PolicyName: 'a'.repeat(129) }, badInput('policyName', 'Member must have length less than or equal to 128')],
    [
      { Path: '/dev' },
      badInput('path', 'Member must satisfy regular expression pattern: ((/[A-Za-z0-9\\.,\\+@=_-]+)*)/'),
    ],
    [
      { PolicyDocument: 'a'.repeat(131_073) },
      badInput('policyDocument', 'Member must have length less than or equal to 131072'),
    ],
    [{ Description: 'a\0b' }, badInput('description', 'Member must not contain the character U+0000')],
    [{ Description: 'a'.repeat(1001) }, badInput('description', 'Member must have length less than or equal to 1000')],
  ])('does not take %o', async (wrong, expected) => {
    const lab = await labWith()
    await expect(
      lab.root.perform(createPolicy, { PolicyName: 'Readers', PolicyDocument, ...wrong }),
    ).rejects.toMatchObject(expected)
  })
})
