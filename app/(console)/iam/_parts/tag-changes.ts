import type { Tag } from '@/lib/aws/tag'

/** What must be sent so that `after` stands where `before` stood. A key in another spelling is removed and set anew. */
export function tagChanges(before: readonly Tag[], after: readonly Tag[]): { put: Tag[]; remove: string[] } {
  const kept = new Set(after.map((tag) => tag.Key))
  const known = new Map(before.map((tag) => [tag.Key, tag.Value]))
  return {
    put: after.filter((tag) => known.get(tag.Key) !== tag.Value),
    remove: before.filter((tag) => !kept.has(tag.Key)).map((tag) => tag.Key),
  }
}
