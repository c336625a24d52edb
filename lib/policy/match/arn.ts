import { type Glob, type GlobToken, glob, globOf, matchGlob } from './glob'

/** `arn`, partition, service, region, account and the rest, which keeps its colons. Null for anything shorter. */
export function splitArn(text: string): readonly string[] | null {
  const parts: string[] = []
  let from = 0
  for (let i = 0; i < 5; i++) {
    const colon = text.indexOf(':', from)
    if (colon < 0) return null
    parts.push(text.slice(from, colon))
    from = colon + 1
  }
  parts.push(text.slice(from))
  return parts
}

/** Offset of the fifth colon, -1 in an incomplete ARN. */
export function fifthColon(text: string): number {
  let colon = -1
  for (let i = 0; i < 5; i++) {
    colon = text.indexOf(':', colon + 1)
    if (colon < 0) return -1
  }
  return colon
}

/** Cuts bound tokens at the first five colons of their literal text; null where there are fewer. */
export function arnGlobs(tokens: readonly GlobToken[]): readonly Glob[] | null {
  const parts: GlobToken[][] = [[]]
  for (const token of tokens) {
    let text = token
    while (typeof text === 'string' && parts.length < 6 && text.includes(':')) {
      const colon: number = text.indexOf(':')
      parts.at(-1)?.push(text.slice(0, colon))
      parts.push([])
      text = text.slice(colon + 1)
    }
    parts.at(-1)?.push(text)
  }
  return parts.length === 6 ? parts.map(globOf) : null
}

/** Part by part: a wildcard never reaches over a colon, except in the last part. */
export function matchParts(globs: readonly Glob[], parts: readonly string[]): boolean {
  for (let i = 0; i < globs.length; i++) {
    const pattern = globs[i]
    if (pattern && !matchGlob(pattern, parts[i] ?? '')) return false
  }
  return true
}

/**
 * Does an entry of a Resource element, without variables, cover an ARN? `*` covers everything; an incomplete
 * ARN such as `arn:aws:sqs` covers all that begins so.
 */
export function matchArn(pattern: string, arn: string): boolean {
  if (pattern === '*') return true
  const parts = splitArn(arn)
  if (!parts || !pattern.startsWith('arn:')) return false
  return matchParts((splitArn(pattern) ?? pattern.split(':')).map(glob), parts)
}
