import 'server-only'
import type { Db } from './client'
import { emptyAccountAndRoot } from './empty-account'
import { StoreError } from './errors'
import { resetTime } from './past-events'

// INVARIANT: parents come before their children.
const tables = [
  'passwordPolicy',
  'user',
  'loginProfile',
  'passwordHistory',
  'accessKey',
  'group',
  'membership',
  'role',
  'instanceProfile',
  'sshPublicKey',
  'serviceSpecificCredential',
  'signingCertificate',
  'mfaDevice',
  'serverCertificate',
  'openIdConnectProvider',
  'samlProvider',
  'policy',
  'policyVersion',
  'attachment',
  'inlinePolicy',
  'tag',
  'bucket',
  'bucketObject',
  'session',
  'event',
  'report',
] as const

type Table = (typeof tables)[number]
type Row = Record<string, unknown>

/** One account as JSON: dates and bytes marked as such, secrets as they are stored (hashed and sealed). */
export type AccountDump = { format: 1; account: Row; tables: Record<Table, Row[]> }

/** The part of a Prisma model that all tables share; the union of their own types is beyond the compiler. */
type AnyTable = {
  findMany(query: { where: { accountId: string; time?: { gte: Date } } }): Promise<Row[]>
  createMany(query: { data: Row[] }): Promise<unknown>
}
const tableOf = (db: Db, name: Table) => db[name] as unknown as AnyTable

export async function exportAccount(db: Db, accountId: string): Promise<AccountDump> {
  const account = await db.account.findUniqueOrThrow({ where: { id: accountId } })
  const dump: AccountDump = { format: 1, account: toJson(account), tables: {} as AccountDump['tables'] }
  const time = { gte: await resetTime(db, accountId) }
  for (const name of tables) {
    const rows = await tableOf(db, name).findMany({ where: { accountId, ...(name === 'event' && { time }) } })
    dump.tables[name] = rows.map(toJson)
  }
  return dump
}

export async function importInto(db: Db, accountId: string, dump: AccountDump): Promise<void> {
  if (dump.format !== 1 || dump.account.id !== accountId)
    throw new StoreError('missing', `account ${accountId} in the file`)
  await emptyAccountAndRoot(db, accountId)
  const { id: _, revision, ...account } = fromJson(dump.account)
  const current = await db.account.findUniqueOrThrow({ where: { id: accountId }, select: { revision: true } })
  // INVARIANT: an account never sees a revision twice, or a cache would take old policies for new ones.
  const next = Math.max(current.revision, Number(revision)) + 1
  await db.account.update({ where: { id: accountId }, data: { resetAt: null, ...account, revision: next } })
  for (const name of tables) {
    const rows = (dump.tables[name] ?? []).map((row) => ({ ...fromJson(row), accountId }))
    for (let start = 0; start < rows.length; start += 200) {
      await tableOf(db, name).createMany({ data: rows.slice(start, start + 200) })
    }
  }
}

const bytesMark = 'base64'
const dateMark = 'date'

function toJson(row: Row): Row {
  return Object.fromEntries(Object.entries(row).map(([column, value]) => [column, toJsonValue(value)]))
}

function toJsonValue(value: unknown): unknown {
  if (value instanceof Date) return { [dateMark]: value.toISOString() }
  if (value instanceof Uint8Array) return { [bytesMark]: Buffer.from(value).toString('base64') }
  return value
}

function fromJson(row: Row): Row {
  return Object.fromEntries(Object.entries(row).map(([column, value]) => [column, fromJsonValue(value)]))
}

function fromJsonValue(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (dateMark in value) return new Date(String(value[dateMark]))
  if (bytesMark in value) return new Uint8Array(Buffer.from(String(value[bytesMark]), 'base64'))
  return value
}
