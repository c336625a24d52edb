import type { WrittenTemplate, WrittenVersion } from './role-template-version'

// Templates that only this console has: AWS's own are all of one kind, and these show the rest of what templates can do.
// The service is a reserved name, so that nobody takes them for AWS's.
const service = 'iam-dojo.example'

const auditor = {
  isEnabled: true,
  roleName: 'PracticeAuditor',
  rolePath: '/practice/',
  roleDescription: 'Looks at everything and changes nothing.',
  trust: {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
  },
  boundaryArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess',
} satisfies Partial<WrittenVersion>

/** No parameters, a permissions boundary, and a newer version that is not the default yet. */
export const auditorRole: WrittenTemplate = {
  service,
  name: 'PracticeAuditorRoleTemplate',
  description: 'A role that may look at the account. It has no parameters: everybody gets the same one.',
  isEnabled: true,
  defaultMinorVersion: 1,
  versions: [
    {
      ...auditor,
      id: 'AVTADOJOPRACTICEAAAA0',
      createdAt: '2026-09-01T09:00:00Z',
      managedPolicyArns: ['arn:aws:iam::aws:policy/SecurityAudit'],
    },
    {
      ...auditor,
      id: 'AVTADOJOPRACTICEAAAA1',
      createdAt: '2026-10-01T09:00:00Z',
      managedPolicyArns: ['arn:aws:iam::aws:policy/SecurityAudit', 'arn:aws:iam::aws:policy/IAMReadOnlyAccess'],
    },
    {
      ...auditor,
      id: 'AVTADOJOPRACTICEAAAA2',
      createdAt: '2026-11-01T09:00:00Z',
      isEnabled: false,
      managedPolicyArns: ['arn:aws:iam::aws:policy/ReadOnlyAccess'],
    },
  ],
}

/** Every type of parameter, with and without a default; statements that come and go; tags. */
export const bucketRole: WrittenTemplate = {
  service,
  name: 'PracticeBucketRoleTemplate',
  description:
    'A role for one bucket: who may assume it, what of the bucket it reads and whether it writes is up to you.',
  isEnabled: true,
  defaultMinorVersion: 0,
  versions: [
    {
      id: 'AVTADOJOPRACTICEBBBB0',
      createdAt: '2026-09-01T09:00:00Z',
      isEnabled: true,
      roleName: '@{RoleName}',
      rolePath: '/practice/@{Team}/',
      roleDescription: 'Works with the bucket of team @{Team}.',
      trust: {
        Version: '2012-10-17',
        Statement: [
          { Effect: 'Allow', Principal: { AWS: '@{TrustedArns}' }, Action: 'sts:AssumeRole' },
          {
            '@Enabled': 'SERVICE_ENABLED',
            Effect: 'Allow',
            Principal: { Service: '@{ServiceNames}' },
            Action: 'sts:AssumeRole',
          },
        ],
      },
      inlinePolicies: [
        {
          name: 'Read-@{Team}',
          document: {
            Version: '2012-10-17',
            Statement: [
              {
                Sid: 'List',
                Effect: 'Allow',
                Action: 's3:ListBucket',
                Resource: '@{BucketArn}',
                Condition: {
                  StringLike: { 's3:prefix': '@{Prefixes}' },
                  NumericLessThanEquals: { 's3:max-keys': '@{MaxKeys}' },
                },
              },
              { Sid: 'Read', Effect: 'Allow', Action: 's3:GetObject', Resource: ['@{BucketArn}/*'] },
            ],
          },
        },
        {
          name: 'Write-@{Team}',
          document: {
            Version: '2012-10-17',
            Statement: [
              {
                '@Enabled': 'WRITE_ENABLED',
                Effect: 'Allow',
                Action: ['s3:PutObject', 's3:DeleteObject'],
                Resource: ['@{BucketArn}/*', '@{MoreArns}'],
              },
            ],
          },
        },
      ],
      parameters: [
        {
          Name: 'BucketArn',
          Type: 'Arn',
          Description: 'The bucket, for example arn:aws:s3:::notes.',
          IsRequired: true,
          Immutable: true,
        },
        {
          Name: 'MaxKeys',
          Type: 'Number',
          Description: 'How many keys one may list at once.',
          IsRequired: false,
          DefaultValue: '100',
          Immutable: false,
        },
        {
          Name: 'MoreArns',
          Type: 'ArnList',
          Description: 'What else may be written. Counts only where WRITE_ENABLED is True.',
          IsRequired: true,
          Immutable: false,
        },
        {
          Name: 'Prefixes',
          Type: 'StringList',
          Description: 'The folders that may be listed.',
          IsRequired: false,
          DefaultValue: 'public/*,shared/*',
          Immutable: false,
        },
        {
          Name: 'RoleName',
          Type: 'String',
          Description: 'What the role is called.',
          IsRequired: false,
          DefaultValue: 'PracticeBucketRole',
          Immutable: true,
        },
        {
          Name: 'SERVICE_ENABLED',
          Type: 'String',
          Description: 'Whether services may assume the role, too: True or False.',
          IsRequired: false,
          DefaultValue: 'False',
          Immutable: false,
        },
        {
          Name: 'ServiceNames',
          Type: 'StringList',
          Description: 'These services. Counts only where SERVICE_ENABLED is True.',
          IsRequired: true,
          Immutable: false,
        },
        {
          Name: 'Team',
          Type: 'String',
          Description: 'Whose role it is: its tag, and the folder that it stands in.',
          IsRequired: false,
          DefaultValue: 'dojo',
          Immutable: false,
        },
        {
          Name: 'TrustedArns',
          Type: 'ArnList',
          Description: 'The users and roles that may assume the role.',
          IsRequired: true,
          Immutable: false,
        },
        {
          Name: 'WRITE_ENABLED',
          Type: 'String',
          Description: 'Whether the role may also write: True or False.',
          IsRequired: false,
          DefaultValue: 'False',
          Immutable: false,
        },
      ],
      tags: [{ Key: 'team', Value: '@{Team}' }],
    },
  ],
}

/** Disabled: one may read it, and make nothing of it. */
export const retiredRole: WrittenTemplate = {
  service,
  name: 'PracticeRetiredRoleTemplate',
  description: 'A template that was withdrawn.',
  isEnabled: false,
  defaultMinorVersion: 0,
  versions: [
    {
      ...auditor,
      id: 'AVTADOJOPRACTICECCCC0',
      createdAt: '2026-09-01T09:00:00Z',
      roleName: 'PracticeRetired',
    },
  ],
}
