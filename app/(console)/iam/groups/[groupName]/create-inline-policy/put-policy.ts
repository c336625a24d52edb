'use server'

import { ask } from '@/app/door'
import { getGroupPolicy } from '@/lib/operations/iam/get-group-policy'
import { putGroupPolicy } from '@/lib/operations/iam/put-group-policy'
import type { InlineSaved } from '../../../_parts/inline-policy-wizard'
import { putNewPolicy } from '../../../_parts/put-inline-policy'

export async function putPolicy(GroupName: string, PolicyName: string, PolicyDocument: string): Promise<InlineSaved> {
  return putNewPolicy(
    () => ask(getGroupPolicy, { GroupName, PolicyName }),
    () => ask(putGroupPolicy, { GroupName, PolicyName, PolicyDocument }),
  )
}
