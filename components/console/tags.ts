export type Tag = { key: string; value: string }

/** AWS: at most 50 tags on one resource; the console adds no 51st row. */
export const maxTags = 50

// AWS: letters, spaces and numbers of any script, and _ . : / = + - @
const allowed = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u

export type TagProblem = { key?: string; value?: string }

/**
 * What is wrong with each row, in plain words; null where nothing is. `ignoreCase`: users and roles compare keys
 * without case, policies with it.
 */
export function tagProblems(tags: readonly Tag[], { ignoreCase = false } = {}): (TagProblem | null)[] {
  const fold = (key: string) => (ignoreCase ? key.toLowerCase() : key)
  const counts = new Map<string, number>()
  for (const { key } of tags) counts.set(fold(key), (counts.get(fold(key)) ?? 0) + 1)
  return tags.map(({ key, value }) => {
    const problem: TagProblem = {}
    const wrongKey =
      keyProblem(key) ?? ((counts.get(fold(key)) ?? 0) > 1 ? 'There is another tag with this key.' : null)
    const wrongValue = valueProblem(value)
    if (wrongKey) problem.key = wrongKey
    if (wrongValue) problem.value = wrongValue
    return wrongKey || wrongValue ? problem : null
  })
}

function keyProblem(key: string): string | null {
  if (key === '') return 'A tag needs a key.'
  if (/^aws:/i.test(key)) return 'Keys that begin with aws: are reserved.'
  if (key.length > 128) return 'A key has up to 128 characters.'
  return allowed.test(key) ? null : 'Use letters, digits, spaces and _ . : / = + - @'
}

function valueProblem(value: string): string | null {
  if (value.length > 256) return 'A value has up to 256 characters.'
  return allowed.test(value) ? null : 'Use letters, digits, spaces and _ . : / = + - @'
}
