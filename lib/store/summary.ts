import 'server-only'
import { Prisma } from '@/generated/sqlite/client'
import type { Db } from './client'
import { type RawRow, toNumber } from './rows'

export type AccountSummary = Record<keyof typeof counted, number>

const inAccount = Prisma.sql`"accountId" = a."id"`

const counted = {
  users: Prisma.sql`(SELECT COUNT(*) FROM "User" WHERE ${inAccount})`,
  groups: Prisma.sql`(SELECT COUNT(*) FROM "Group" WHERE ${inAccount})`,
  roles: Prisma.sql`(SELECT COUNT(*) FROM "Role" WHERE ${inAccount})`,
  instanceProfiles: Prisma.sql`(SELECT COUNT(*) FROM "InstanceProfile" WHERE ${inAccount})`,
  policies: Prisma.sql`(SELECT COUNT(*) FROM "Policy" WHERE ${inAccount})`,
  policyVersions: Prisma.sql`(SELECT COUNT(*) FROM "PolicyVersion" WHERE ${inAccount})`,
  providers: Prisma.sql`((SELECT COUNT(*) FROM "OpenIdConnectProvider" WHERE ${inAccount})
    + (SELECT COUNT(*) FROM "SamlProvider" WHERE ${inAccount}))`,
  buckets: Prisma.sql`(SELECT COUNT(*) FROM "Bucket" WHERE ${inAccount})`,
  mfaDevices: Prisma.sql`(SELECT COUNT(*) FROM "MfaDevice" WHERE ${inAccount})`,
  mfaDevicesInUse: Prisma.sql`(SELECT COUNT(*) FROM "MfaDevice" WHERE ${inAccount} AND "userId" IS NOT NULL)`,
  rootMfaDevices: Prisma.sql`(SELECT COUNT(*) FROM "MfaDevice" WHERE ${inAccount} AND "userId" = a."id")`,
  serverCertificates: Prisma.sql`(SELECT COUNT(*) FROM "ServerCertificate" WHERE ${inAccount})`,
  rootSigningCertificates: Prisma.sql`(SELECT COUNT(*) FROM "SigningCertificate" WHERE ${inAccount} AND "userId" = a."id")`,
  rootAccessKeys: Prisma.sql`(SELECT COUNT(*) FROM "AccessKey" WHERE ${inAccount} AND "userId" = a."id")`,
}

/** How many things of each kind the account holds, in one statement. */
export const summaryOf = (db: Db, accountId: string) => async (): Promise<AccountSummary> => {
  const columns = Object.entries(counted).map(([name, sql]) => Prisma.sql`${sql} AS ${Prisma.raw(`"${name}"`)}`)
  const [row] = await db.$queryRaw<
    RawRow[]
  >`SELECT ${Prisma.join(columns)} FROM "Account" a WHERE a."id" = ${accountId}`
  return Object.fromEntries(Object.keys(counted).map((name) => [name, toNumber(row?.[name])])) as AccountSummary
}
