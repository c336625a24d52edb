'use server'

import { ask } from '@/app/door'
import type { Refusal } from '@/app/refusal'
import { putUserPolicy } from '@/lib/operations/iam/put-user-policy'

export async function savePolicy(
  UserName: string,
  PolicyName: string,
  PolicyDocument: string,
): Promise<Refusal | undefined> {
  const saved = await ask(putUserPolicy, { UserName, PolicyName, PolicyDocument })
  return saved.ok ? undefined : saved.refusal
}
