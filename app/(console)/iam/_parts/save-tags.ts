import 'server-only'
import type { ActionResult } from '@/app/action-result'
import { objects } from '@/app/arguments'
import type { Tag } from '@/lib/aws/tag'
import { tagChanges } from './tag-changes'

type Saving = {
  /** Whose tags, for the flash. */
  name: string
  before: readonly Tag[]
  after: readonly Tag[]
  put: (tags: Tag[]) => Promise<ActionResult>
  remove: (keys: string[]) => Promise<ActionResult>
}

/** Removes what is gone, then sets what is new or has another value. */
export async function saveTags({ name, before, after, put, remove }: Saving): Promise<ActionResult> {
  const changes = tagChanges(objects(before), objects(after))
  if (changes.remove.length > 0) {
    const removed = await remove(changes.remove)
    if (!removed.ok) return removed
  }
  if (changes.put.length > 0) {
    const added = await put(changes.put)
    if (!added.ok) return added
  }
  return { ok: true, flash: { kind: 'success', title: `Tags of ${name} saved.` } }
}
