'use server'

import { texts } from '@/app/arguments'
import { map } from '@/app/deletion'
import { ask, type Outcome } from '@/app/door'
import { getAccessKeyLastUsed } from '@/lib/operations/iam/get-access-key-last-used'
import { getUser } from '@/lib/operations/iam/get-user'
import { listAccessKeys } from '@/lib/operations/iam/list-access-keys'

/** What somebody wants to know of a user before it is deleted; each part may be refused by itself. */
export type LeavingUser = {
  name: string
  /** The last sign-in or use of a key, as ISO time; null where there was none. */
  lastActivity: Outcome<string | null>
  activeKeys: Outcome<string[]>
}

/** As many as a dialog has room for. */
const most = 10

export async function loadLeavingUsers(userNames: readonly string[]): Promise<Outcome<LeavingUser[]>> {
  return { ok: true, value: await Promise.all(texts(userNames).slice(0, most).map(leavingUser)) }
}

async function leavingUser(UserName: string): Promise<LeavingUser> {
  const keys = await ask(listAccessKeys, { UserName })
  const list = keys.ok ? keys.value.AccessKeyMetadata : []
  const active = list.filter(({ Status }) => Status === 'Active').map(({ AccessKeyId }) => AccessKeyId)
  return {
    name: UserName,
    lastActivity: await lastActivity(
      UserName,
      list.map(({ AccessKeyId }) => AccessKeyId),
    ),
    activeKeys: map(keys, () => active),
  }
}

async function lastActivity(UserName: string, keyIds: readonly string[]): Promise<Outcome<string | null>> {
  const user = await ask(getUser, { UserName })
  if (!user.ok) return user
  const uses: (Date | undefined)[] = [
    'PasswordLastUsed' in user.value.User ? user.value.User.PasswordLastUsed : undefined,
  ]
  for (const AccessKeyId of keyIds) {
    const used = await ask(getAccessKeyLastUsed, { AccessKeyId })
    if (!used.ok) return used
    uses.push('LastUsedDate' in used.value.AccessKeyLastUsed ? used.value.AccessKeyLastUsed.LastUsedDate : undefined)
  }
  const [latest] = uses
    .flatMap((use) => use?.toISOString() ?? [])
    .toSorted()
    .toReversed()
  return { ok: true, value: latest ?? null }
}
