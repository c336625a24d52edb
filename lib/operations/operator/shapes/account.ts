import 'server-only'
import { z } from 'zod'
import { AwsError, noSuchEntity } from '@/lib/aws/errors'
import * as names from '@/lib/aws/names'
import { isStoreError, isTaken } from '@/lib/store'
import type { Account } from '@/lib/store/account'

export const accountId = z.string().regex(/^\d{12}$/, names.accountId.hint)

// AWS: twelve digits are no alias: they would be taken for an ID.
const isAlias = (text: string) => names.isName(names.accountAlias, text) && !names.isName(names.accountId, text)
export const accountAlias = z.string().refine(isAlias, names.accountAlias.hint)

/** What the operator sees of an account. */
export function accountShape({ id, alias, email, createdAt }: Account) {
  return { id, alias, email, createdAt }
}

export const noSuchAccount = (id: string) => noSuchEntity(`The account ${id} cannot be found.`)

const accountTaken = () =>
  new AwsError(
    'EntityAlreadyExists',
    409,
    'This ID, alias, e-mail address or access key ID belongs to an account already.',
  )

/** Says in our words what the store refused about an account. */
export async function onAccount<T>(id: string, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (isTaken(error)) throw accountTaken()
    if (isStoreError(error) && error.kind === 'missing') throw noSuchAccount(id)
    throw error
  }
}
