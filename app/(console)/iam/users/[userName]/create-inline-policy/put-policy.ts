'use server'

import { ask } from '@/app/door'
import { getUserPolicy } from '@/lib/operations/iam/get-user-policy'
import { putUserPolicy } from '@/lib/operations/iam/put-user-policy'
import type { InlineSaved } from '../../../_parts/inline-policy-wizard'
import { putNewPolicy } from '../../../_parts/put-inline-policy'

export async function putPolicy(UserName: string, PolicyName: string, PolicyDocument: string): Promise<InlineSaved> {
  return putNewPolicy(
    () => ask(getUserPolicy, { UserName, PolicyName }),
    () => ask(putUserPolicy, { UserName, PolicyName, PolicyDocument }),
  )
}
