'use server'

import { ask } from '@/app/door'
import type { Refusal } from '@/app/refusal'
import { putGroupPolicy } from '@/lib/operations/iam/put-group-policy'

export async function savePolicy(
  GroupName: string,
  PolicyName: string,
  PolicyDocument: string,
): Promise<Refusal | undefined> {
  const saved = await ask(putGroupPolicy, { GroupName, PolicyName, PolicyDocument })
  return saved.ok ? undefined : saved.refusal
}
