import 'server-only'
import type { Account } from '@/lib/store/account'
import type { AccountStore } from '@/lib/store/account-store'
import type { Credentials } from '@/lib/store/credentials'
import { userArn } from './user'

/** The account has one report at a time. */
export const credentialReportId = 'credentials'

/** AWS: a new report can be had every four hours; until then the old one is given. */
const validFor = 4 * 3_600_000

export const isExpired = ({ requestedAt }: { requestedAt: Date }, now: Date) =>
  now.getTime() - requestedAt.getTime() > validFor

const keyColumns = ['active', 'last_rotated', 'last_used_date', 'last_used_region', 'last_used_service']
const certificateColumns = ['active', 'last_rotated']

const header = [
  ...['user', 'arn', 'user_creation_time'],
  ...['password_enabled', 'password_last_used', 'password_last_changed', 'password_next_rotation', 'mfa_active'],
  ...[1, 2].flatMap((place) => keyColumns.map((column) => `access_key_${place}_${column}`)),
  ...[1, 2].flatMap((place) => certificateColumns.map((column) => `cert_${place}_${column}`)),
]

/**
 * The report as AWS writes it: root first, then the users by name without regard to case. AWS: lines end in a line feed,
 * the last one in nothing. Names are written as they are, also those that a spreadsheet would take for formulas.
 */
export async function credentialReport(store: AccountStore): Promise<string> {
  const account = await store.account.get()
  const maxPasswordAge = (await store.passwordPolicy.find())?.maxPasswordAge ?? null
  const { root, users } = await store.credentials()
  const rows = users.map((user) => [
    user.name,
    userArn(account.id, user),
    time(user.createdAt),
    ...passwordCells(user.passwordChangedAt, user.passwordLastUsedAt, maxPasswordAge),
    ...otherCells(user),
  ])
  return [header, rootRow(account, root), ...rows].map((cells) => cells.map(quoted).join(',')).join('\n')
}

function rootRow(account: Account, credentials: Credentials) {
  const [enabled, used, changed] = passwordCells(account.rootPasswordChangedAt, account.rootPasswordLastUsedAt, null)
  const names = ['<root_account>', `arn:aws:iam::${account.id}:root`, time(account.createdAt)]
  return [...names, enabled, used, changed, 'not_supported', ...otherCells(credentials)]
}

function passwordCells(changedAt: Date | null, usedAt: Date | null, maxAgeInDays: number | null): string[] {
  if (!changedAt) return ['false', 'N/A', 'N/A', 'N/A']
  const due = maxAgeInDays === null ? null : new Date(changedAt.getTime() + maxAgeInDays * 24 * 3_600_000)
  return ['true', usedAt ? time(usedAt) : 'no_information', time(changedAt), due ? time(due) : 'N/A']
}

function otherCells({ hasMfa, keys, certificates }: Credentials): string[] {
  // AWS: inactive certificates come first (recorded).
  const ordered = certificates.toSorted(
    (one, other) => Number(one.status === 'Active') - Number(other.status === 'Active'),
  )
  return [
    String(hasMfa),
    ...[0, 1].flatMap((place) => keyCells(keys[place])),
    ...[0, 1].flatMap((place) => certificateCells(ordered[place])),
  ]
}

function keyCells(key: Credentials['keys'][number] | undefined): string[] {
  if (!key) return ['false', 'N/A', 'N/A', 'N/A', 'N/A']
  const { status, createdAt, lastUsedAt, lastUsedRegion, lastUsedService } = key
  const used = lastUsedAt
    ? [time(lastUsedAt), lastUsedRegion ?? 'N/A', lastUsedService ?? 'N/A']
    : ['N/A', 'N/A', 'N/A']
  return [String(status === 'Active'), time(createdAt), ...used]
}

function certificateCells(certificate: Credentials['certificates'][number] | undefined): string[] {
  if (!certificate) return ['false', 'N/A']
  return [String(certificate.status === 'Active'), time(certificate.uploadedAt)]
}

const time = (date: Date) => `${date.toISOString().slice(0, 19)}Z`

const quoted = (cell = '') => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
