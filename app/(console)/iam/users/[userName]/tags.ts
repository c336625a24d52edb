'use server'

import { act } from '@/app/act'
import type { ActionResult } from '@/app/action-result'
import type { Tag } from '@/lib/aws/tag'
import { tagUser } from '@/lib/operations/iam/tag-user'
import { untagUser } from '@/lib/operations/iam/untag-user'
import { tagChanges } from '../../_parts/tag-changes'

export async function saveUserTags(
  UserName: string,
  before: readonly Tag[],
  after: readonly Tag[],
): Promise<ActionResult> {
  const { put, remove } = tagChanges(before, after)
  if (remove.length > 0) {
    const removed = await act(untagUser, { UserName, TagKeys: remove })
    if (!removed.ok) return removed
  }
  if (put.length > 0) {
    const added = await act(tagUser, { UserName, Tags: put })
    if (!added.ok) return added
  }
  return { ok: true, flash: { kind: 'success', title: `Tags of ${UserName} saved.` } }
}
