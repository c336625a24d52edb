'use server'

import { ask, type Outcome } from '@/app/door'
import type { Refusal } from '@/app/refusal'
import { createAccessKey } from '@/lib/operations/iam/create-access-key'
import { tagUser } from '@/lib/operations/iam/tag-user'

export type NewKey = {
  id: string
  secret: string
  /** The key is there, but its description could not be kept. */
  untold?: Refusal
}

/** Creates the key, then keeps its description as a tag of the user, as the console does. */
export async function createKey(UserName: string, description: string): Promise<Outcome<NewKey>> {
  const created = await ask(createAccessKey, { UserName })
  if (!created.ok) return created
  const { AccessKeyId, SecretAccessKey } = created.value.AccessKey
  const key = { id: AccessKeyId, secret: SecretAccessKey }
  if (description === '') return { ok: true, value: key }
  const told = await ask(tagUser, { UserName, Tags: [{ Key: AccessKeyId, Value: description }] })
  return { ok: true, value: told.ok ? key : { ...key, untold: told.refusal } }
}
