import type { WrittenTemplate } from './role-template-version'

// AWS: names, parameters and managed policies are those of the IAM user guide, "Overview of role templates", and of
// recorded answers of GetRoleTemplateVersion; the descriptions are ours.

export const powerUserRole: WrittenTemplate = {
  service: 'iam.amazonaws.com',
  name: 'PowerUserRoleTemplate',
  description: 'A role with wide permissions for one service of AWS, to begin with before it is known what is needed.',
  isEnabled: true,
  defaultMinorVersion: 0,
  versions: [
    {
      id: 'AVTAZKAPJZG4N6BGA67NU',
      createdAt: '2026-06-12T02:57:08Z',
      isEnabled: true,
      roleName: '@{RoleName}',
      roleDescription: 'Power user role for @{AWSServiceName}',
      trust: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: { Service: '@{AWSServiceName}' }, Action: 'sts:AssumeRole' }],
      },
      managedPolicyArns: ['arn:aws:iam::aws:policy/PowerUserAccess'],
      parameters: [
        {
          Name: 'AWSServiceName',
          Type: 'String',
          Description: 'The service that may assume the role, for example lambda.amazonaws.com.',
          IsRequired: true,
          Immutable: false,
        },
        {
          Name: 'RoleName',
          Type: 'String',
          Description: 'What the role is called.',
          IsRequired: false,
          DefaultValue: 'PowerUserRole',
          Immutable: false,
        },
      ],
    },
  ],
}

export const backupRole: WrittenTemplate = {
  service: 'backup.amazonaws.com',
  name: 'AWSBackupDefaultServiceRoleTemplate',
  description: 'The role with which AWS Backup makes and restores backups.',
  isEnabled: true,
  defaultMinorVersion: 0,
  versions: [
    {
      id: 'AVTAZKAPJZG4ILRKDYSS2',
      createdAt: '2026-07-09T15:27:12Z',
      isEnabled: true,
      roleName: '@{RoleName}',
      rolePath: '/service-role/',
      roleDescription: 'Lets AWS Backup make and restore backups in this account.',
      trust: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Service: 'backup.amazonaws.com' },
            Action: 'sts:AssumeRole',
            Condition: { StringEquals: { 'aws:SourceAccount': '@{accountId}' } },
          },
        ],
      },
      managedPolicyArns: [
        'arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup',
        'arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForRestores',
      ],
      parameters: [
        {
          Name: 'accountId',
          Type: 'String',
          Description: 'The account whose backups are made.',
          IsRequired: true,
          Immutable: false,
        },
        {
          Name: 'RoleName',
          Type: 'String',
          Description: 'What the role is called.',
          IsRequired: false,
          DefaultValue: 'AWSBackupDefaultServiceRole',
          Immutable: false,
        },
      ],
    },
  ],
}
