import { nameProblem, tagKey, tagValue } from '@/lib/aws/names'
import type { Tag } from '@/lib/aws/tag'

export type TagProblem = { Key?: string; Value?: string }

/**
 * What is wrong with each row, in plain words; null where nothing is. `ignoreCase`: users and roles compare keys
 * without case, policies with it.
 */
export function tagProblems(tags: readonly Tag[], { ignoreCase = false } = {}): (TagProblem | null)[] {
  const fold = (key: string) => (ignoreCase ? key.toLowerCase() : key)
  const counts = new Map<string, number>()
  for (const { Key } of tags) counts.set(fold(Key), (counts.get(fold(Key)) ?? 0) + 1)
  return tags.map(({ Key, Value }) => {
    const twin = (counts.get(fold(Key)) ?? 0) > 1 ? 'There is another tag with this key' : null
    const problem = { Key: keyProblem(Key) ?? twin, Value: nameProblem(tagValue, Value) }
    if (!problem.Key && !problem.Value) return null
    return { ...(problem.Key && { Key: problem.Key }), ...(problem.Value && { Value: problem.Value }) }
  })
}

function keyProblem(key: string): string | null {
  if (key === '') return 'A tag needs a key'
  if (tagKey.isReserved?.(key)) return 'Keys that begin with aws: are reserved'
  return nameProblem(tagKey, key)
}
