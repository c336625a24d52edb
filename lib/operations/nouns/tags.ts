import 'server-only'
import { invalidInput, limitExceeded } from '@/lib/aws/errors'
import { limits } from '@/lib/aws/limits'
import type { Tag } from '@/lib/aws/tag'
import type { AccountStore } from '@/lib/store/account-store'
import type { TaggedType } from '@/lib/store/tags'

/** How the keys of a thing's tags compare: users and roles ignore case, everything else does not. */
export type TagCase = 'without case' | 'exact'

export const matchKey = (key: string, by: TagCase) => (by === 'without case' ? key.toLowerCase() : key)

/** The tags unchanged; throws where a key is given twice or belongs to AWS. */
export function distinctTags(tags: readonly Tag[], by: TagCase): readonly Tag[] {
  const seen = new Set<string>()
  for (const { Key } of tags) {
    // AWS: the prefix aws: is reserved in any case (IAM user guide, "Rules for tagging").
    if (/^aws:/i.test(Key)) throw invalidInput('aws: prefixed tag key names are not allowed for external use.')
    const key = matchKey(Key, by)
    if (seen.has(key)) throw invalidInput('Duplicate tag keys found. Please note that Tag keys are case insensitive.')
    seen.add(key)
  }
  return tags
}

/** Adds tags to a thing; a key that it has takes the new value. */
export async function addTags(
  store: AccountStore,
  thing: { type: TaggedType; id: string; tags: readonly Tag[] },
  added: readonly Tag[],
) {
  const by = thing.type === 'user' || thing.type === 'role' ? 'without case' : 'exact'
  const keys = new Set([...thing.tags, ...distinctTags(added, by)].map(({ Key }) => matchKey(Key, by)))
  if (keys.size > limits.TagsPerResourceQuota) {
    throw limitExceeded('The number of tags has reached the maximum limit.')
  }
  await store.tags.put(thing.type, thing.id, added)
}

/** AWS: lists of tags are sorted by key (API reference, ListUserTags). */
export const byKey = (tags: readonly Tag[]): Tag[] => [...tags].sort((a, b) => (a.Key < b.Key ? -1 : 1))
