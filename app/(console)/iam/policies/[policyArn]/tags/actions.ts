'use server'

import { act } from '@/app/act'
import type { ActionResult } from '@/app/action-result'
import { text } from '@/app/arguments'
import { nameInArn } from '@/lib/aws/arn'
import type { Tag } from '@/lib/aws/tag'
import { tagPolicy } from '@/lib/operations/iam/tag-policy'
import { untagPolicy } from '@/lib/operations/iam/untag-policy'
import { saveTags } from '../../../_parts/save-tags'

export async function savePolicyTags(
  PolicyArn: string,
  before: readonly Tag[],
  after: readonly Tag[],
): Promise<ActionResult> {
  return saveTags({
    name: nameInArn(text(PolicyArn)),
    before,
    after,
    put: (Tags) => act(tagPolicy, { PolicyArn, Tags }),
    remove: (TagKeys) => act(untagPolicy, { PolicyArn, TagKeys }),
  })
}
