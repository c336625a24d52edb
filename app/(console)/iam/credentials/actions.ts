'use server'

import { act } from '@/app/act'
import type { ActionResult } from '@/app/action-result'
import { ask, type Outcome } from '@/app/door'
import { changePassword } from '@/lib/operations/iam/change-password'
import { createAccessKey } from '@/lib/operations/iam/create-access-key'
import type { NewKey } from '../users/[userName]/create-access-key/create-key'

export async function changeOwnPassword(OldPassword: string, NewPassword: string): Promise<ActionResult> {
  const text = 'Your other console sessions have ended.'
  return act(
    changePassword,
    { OldPassword, NewPassword },
    { kind: 'success', title: 'Your password was changed.', text },
  )
}

/** A key of the caller's own, without a description: root has no tags to keep one in. */
export async function createOwnKey(): Promise<Outcome<NewKey>> {
  const created = await ask(createAccessKey, {})
  if (!created.ok) return created
  const { AccessKeyId, SecretAccessKey } = created.value.AccessKey
  return { ok: true, value: { id: AccessKeyId, secret: SecretAccessKey } }
}
