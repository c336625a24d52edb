'use server'

import { ask, type Outcome } from '@/app/door'
import type { Tag } from '@/lib/aws/tag'
import { createPolicy } from '@/lib/operations/iam/create-policy'

export type PolicyWish = { name: string; description: string; tags: readonly Tag[] }

/** Makes the policy and tells its ARN. */
export async function createPolicyAsWished(document: string, wish: PolicyWish): Promise<Outcome<string>> {
  const created = await ask(createPolicy, {
    PolicyName: wish.name,
    PolicyDocument: document,
    ...(wish.description !== '' && { Description: wish.description }),
    ...(wish.tags.length > 0 && { Tags: [...wish.tags] }),
  })
  return created.ok ? { ok: true, value: created.value.Policy.Arn } : created
}
