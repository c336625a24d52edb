import 'server-only'
import { Prisma } from '@/generated/sqlite/client'
import type { Db } from './client'

// INVARIANT: children come before their parents, so that no delete has to look for rows that point at its own.
const tables = [
  'BucketObject',
  'Bucket',
  'Membership',
  'Attachment',
  'InlinePolicy',
  'Tag',
  'LoginProfile',
  'SshPublicKey',
  'ServiceSpecificCredential',
  'InstanceProfile',
  'ServerCertificate',
  'OpenIdConnectProvider',
  'SamlProvider',
  'SigningCertificate',
  'MfaDevice',
  'Report',
  'PasswordHistory',
  'PolicyVersion',
  'Policy',
  'Group',
  'User',
  'Role',
  'PasswordPolicy',
]

/** Root has rows in these, under the account's ID. */
const tablesWithRoot = ['AccessKey', 'Session']

/** Deletes every row of the account save its own, its events, and root's keys and sessions: root needs no MFA any more. */
export async function emptyAccount(db: Db, accountId: string): Promise<void> {
  for (const table of tables) await emptyTable(db, accountId, table)
  for (const table of tablesWithRoot) {
    await db.$executeRaw`DELETE FROM ${Prisma.raw(`"${table}"`)}
      WHERE "accountId" = ${accountId} AND "userId" <> ${accountId}`
  }
}

/** The same with its events and root's rows: only the account's own is left. */
export async function emptyAccountAndRoot(db: Db, accountId: string): Promise<void> {
  for (const table of [...tables, ...tablesWithRoot, 'Event']) await emptyTable(db, accountId, table)
}

const emptyTable = (db: Db, accountId: string, table: string) =>
  db.$executeRaw`DELETE FROM ${Prisma.raw(`"${table}"`)} WHERE "accountId" = ${accountId}`
