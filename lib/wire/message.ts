import 'server-only'

/** One HTTP request as it came: nothing decoded, nothing tidied, because all of it may be signed. */
export type WireRequest = {
  method: string
  path: string
  /** Without its question mark. */
  query: string
  /** Names in lower case, values as Node reads them: one character for each byte. */
  headers: readonly (readonly [name: string, value: string])[]
  body: Buffer
}

export type WireResponse = { status: number; headers: Record<string, string>; body: string | Uint8Array }

/** The first value of a header. */
export function headerOf({ headers }: Pick<WireRequest, 'headers'>, name: string): string | undefined {
  return headers.find(([candidate]) => candidate === name)?.[1]
}

// Sent twice, two readers could each believe another one.
const singular = new Set([
  'authorization',
  'content-encoding',
  'content-length',
  'content-md5',
  'content-type',
  'date',
  'host',
  'range',
  'transfer-encoding',
])

/** The name of a header that must come once and came twice. */
export function repeatedHeader({ headers }: Pick<WireRequest, 'headers'>): string | undefined {
  const seen = new Set<string>()
  for (const [name] of headers) {
    if (seen.has(name) && (singular.has(name) || name.startsWith('x-amz-'))) return name
    seen.add(name)
  }
  return undefined
}
