import 'server-only'
import type { RoleSession, SignedCaller } from '@/lib/access/caller'
import { invalidParameterValue } from '@/lib/aws/errors'
import type { Tag } from '@/lib/aws/tag'

type Passed = { Tags?: readonly Tag[]; TransitiveTagKeys?: readonly string[] }

/**
 * The tags of a new role session: those that the call passes, and those that the calling session hands down. Throws AWS's
 * InvalidParameterValue where they do not go together.
 */
export function acceptedSessionTags(
  caller: SignedCaller | null,
  { Tags = [], TransitiveTagKeys = [] }: Passed,
): Pick<RoleSession, 'tags' | 'transitiveTagKeys'> {
  const passed = demandDistinct(Tags)
  const inherited = caller?.kind === 'role' ? inheritedTags(caller) : []
  const handedDown = keySet(inherited.map(({ Key }) => Key))
  if (Tags.some(({ Key }) => handedDown.has(Key.toLowerCase()))) {
    throw invalidParameterValue(
      "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from the calling session.",
    )
  }
  if (TransitiveTagKeys.some((key) => !passed.has(key.toLowerCase()))) {
    throw invalidParameterValue('The specified transitive tag key must be included in the requested tags.')
  }
  return {
    tags: [...inherited, ...Tags],
    transitiveTagKeys: [...inherited.map(({ Key }) => Key), ...TransitiveTagKeys],
  }
}

/** The keys in lower case; throws where one comes twice, whatever its case. */
export function demandDistinct(tags: readonly Tag[]): ReadonlySet<string> {
  const keys = keySet(tags.map(({ Key }) => Key))
  if (keys.size === tags.length) return keys
  throw invalidParameterValue('Duplicate tag keys found. Please note that Tag keys are case insensitive.')
}

function inheritedTags({ tags, transitiveTagKeys }: RoleSession): Tag[] {
  const transitive = keySet(transitiveTagKeys)
  return tags.filter(({ Key }) => transitive.has(Key.toLowerCase()))
}

const keySet = (keys: readonly string[]): ReadonlySet<string> => new Set(keys.map((key) => key.toLowerCase()))
