import type { Column } from '@/components/console/table-rows'

export const userColumns: readonly Column[] = [
  { key: 'UserName', header: 'User name', sortable: true, locked: true, narrow: 'title' },
  { key: 'Path', header: 'Path', sortable: true },
  { key: 'Groups', header: 'Groups', sortable: true },
  { key: 'LastActivity', header: 'Last activity', sortable: true, narrow: 'aside' },
  { key: 'Mfa', header: 'MFA', sortable: true },
  { key: 'PasswordAge', header: 'Password age', sortable: true },
  { key: 'LastSignIn', header: 'Console last sign-in', sortable: true },
  { key: 'AccessKey', header: 'Access key ID', sortable: true },
  { key: 'KeyAge', header: 'Active key age', sortable: true },
  { key: 'KeyLastUsed', header: 'Access key last used', hidden: true },
  { key: 'ConsoleAccess', header: 'Console access', hidden: true },
  { key: 'Certificates', header: 'Signing certificates', hidden: true },
  { key: 'Created', header: 'Creation time', sortable: true, hidden: true },
  { key: 'Arn', header: 'ARN', hidden: true },
]

/** Which of the store's orders a column's head asks for. */
export const userSorts = {
  UserName: 'name',
  Path: 'path',
  Groups: 'groups',
  LastActivity: 'lastActivity',
  Mfa: 'mfa',
  PasswordAge: 'passwordAge',
  LastSignIn: 'lastSignIn',
  AccessKey: 'accessKey',
  KeyAge: 'keyAge',
  Created: 'createdAt',
} as const
