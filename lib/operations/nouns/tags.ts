import 'server-only'
import { invalidInput } from '@/lib/aws/errors'
import type { Tag } from '@/lib/aws/tag'

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
