'use server'

import { act } from '@/app/act'
import type { ActionResult } from '@/app/action-result'
import { deleteAccountPasswordPolicy } from '@/lib/operations/iam/delete-account-password-policy'
import { updateAccountPasswordPolicy } from '@/lib/operations/iam/update-account-password-policy'
import type { PasswordPolicy } from './policy-draft'

export async function setPasswordPolicy(policy: PasswordPolicy): Promise<ActionResult> {
  return act(updateAccountPasswordPolicy, policy, { kind: 'success', title: 'Custom password policy set.' })
}

/** Goes back to IAM's default; where it was in force already nothing is left to do. */
export async function setDefaultPasswordPolicy(): Promise<ActionResult> {
  const flash = { kind: 'success', title: 'Default password policy set.' } as const
  const result = await act(deleteAccountPasswordPolicy, {}, flash)
  return !result.ok && result.refusal.code === 'NoSuchEntity' ? { ok: true, flash } : result
}
