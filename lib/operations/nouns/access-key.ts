import 'server-only'
import { randomBytes } from 'node:crypto'
import type { SignedCaller } from '@/lib/access/caller'
import { encodeAccessKeyId } from '@/lib/aws/access-key-id'
import { noSuchEntity } from '@/lib/aws/errors'
import type { AccessKey } from '@/lib/store/access-keys'
import type { AccountStore } from '@/lib/store/account-store'
import type { Noun } from '../bindings'
import { type Owner, user } from './user'

/** A new access key as it is handed out: the ID tells the account, the secret is 40 characters of base64. */
export function newAccessKey(account: string) {
  return { id: encodeAccessKeyId('AKIA', account, randomBytes(5)), secret: newSecret() }
}

/** 40 characters of base64; never a + at the front, which a spreadsheet takes for a formula. */
export function newSecret(): string {
  const secret = randomBytes(30).toString('base64')
  return secret.startsWith('+') ? newSecret() : secret
}

const noSuchAccessKey = (id: string) => noSuchEntity(`The Access Key with id ${id} cannot be found.`)

/** The owner's key of that ID; throws where the owner has none such, whoever else may have it. */
export async function keyOfOwner(store: AccountStore, owner: Owner, id: string): Promise<AccessKey> {
  const key = await store.accessKeys.find(id)
  if (!key || key.userId !== owner.id) throw noSuchAccessKey(id)
  return key
}

/** A key of this account and the user who has it; no user for root's keys. */
export type OwnedKey = AccessKey & { owner: { name: string } | null }

/** The key that the input names, whoever has it. Policies are asked about its user. */
export const accessKey: Noun<{ AccessKeyId: string }, OwnedKey & { target: ReturnType<typeof user.target> | null }> = {
  name: 'access key',
  find: async ({ store, input, caller }) => {
    const key = await store.accessKeys.find(input.AccessKeyId)
    if (!key) return null
    const holder = await store.users.findById(key.userId)
    if (!holder) return { ...key, owner: null, target: null }
    const found = { ...holder, tags: await store.tags.list('user', holder.id) }
    return { ...key, owner: found, target: user.target({ caller, found, input: { UserName: found.name } }) }
  },
  target: ({ input, caller, found }) => ({
    arn: found?.target?.arn ?? unknownUser(caller),
    display: `access key ${input.AccessKeyId}`,
    account: caller.account,
    tags: found?.target?.tags,
  }),
  missing: ({ input }) => noSuchAccessKey(input.AccessKeyId),
  taken: ({ input }) => noSuchAccessKey(input.AccessKeyId),
}

const unknownUser = (caller: SignedCaller) => `arn:aws:iam::${caller.account}:user/`
