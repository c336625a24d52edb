'use server'

import { act } from '@/app/act'
import type { ActionResult } from '@/app/action-result'
import type { Tag } from '@/lib/aws/tag'
import { tagUser } from '@/lib/operations/iam/tag-user'
import { untagUser } from '@/lib/operations/iam/untag-user'
import { saveTags } from '../../_parts/save-tags'

export async function saveUserTags(
  UserName: string,
  before: readonly Tag[],
  after: readonly Tag[],
): Promise<ActionResult> {
  return saveTags({
    name: UserName,
    before,
    after,
    put: (Tags) => act(tagUser, { UserName, Tags }),
    remove: (TagKeys) => act(untagUser, { UserName, TagKeys }),
  })
}
