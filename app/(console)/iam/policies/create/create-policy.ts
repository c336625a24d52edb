'use server'

import { members, objects } from '@/app/arguments'
import { ask, type Outcome } from '@/app/door'
import type { Tag } from '@/lib/aws/tag'
import { createPolicy } from '@/lib/operations/iam/create-policy'

export type PolicyWish = { name: string; description: string; tags: readonly Tag[] }

/** Makes the policy and tells its ARN. */
export async function createPolicyAsWished(document: string, wish: PolicyWish): Promise<Outcome<string>> {
  const { name = '', description = '', tags = [] } = members(wish)
  const created = await ask(createPolicy, {
    PolicyName: name,
    PolicyDocument: document,
    ...(description !== '' && { Description: description }),
    ...(objects(tags).length > 0 && { Tags: objects(tags) }),
  })
  return created.ok ? { ok: true, value: created.value.Policy.Arn } : created
}
