import 'server-only'

/** Members whose values never reach an event, whatever operation they belong to. */
const secretMembers = new Set([
  'password',
  'oldPassword',
  'newPassword',
  'secretAccessKey',
  'sessionToken',
  'privateKey',
  'addPrivateKey',
  'base32StringSeed',
  'qRCodePNG',
  'servicePassword',
  'serviceCredentialSecret',
  'authenticationCode1',
  'authenticationCode2',
  'tokenCode',
  'webIdentityToken',
  'sAMLAssertion',
  'contextAssertion',
  'body',
])

// AWS: what stands in these is named by the template, and keeps its name (IAM user guide, "Manage access to role manager").
const maps = new Set(['replacementValues'])

// AWS: CloudTrail shows a removed value by this text.
const hidden = 'HIDDEN_DUE_TO_SECURITY_REASONS'

/** A private key in the place of a public one, by mistake: it must not stay behind in the events. */
const isPrivateKey = (value: unknown) => typeof value === 'string' && value.includes('PRIVATE KEY-----')

// AWS: CloudTrail leaves out what is over 100 KB (user guide, "CloudTrail record contents", requestParameters).
const mostCharacters = 100 * 1024
// Nothing that passes for an input has that many parts; input that did not pass may be built of itself, without end.
const mostParts = 2_000

/**
 * A copy in CloudTrail's dress: members in camel case, dates as text, secrets hidden, bytes left out. Inputs that were
 * refused have their events, too, so the value may be anything that a stranger could send.
 */
export function redact(value: unknown): unknown {
  const budget: Budget = { parts: mostParts, characters: 0 }
  const copy = copyOf(value, budget)
  // Most are so short that they need not be written out to know it: a character takes six at most.
  if (budget.parts > 0 && 6 * budget.characters <= mostCharacters) return copy
  const originalSize = budget.parts > 0 ? (JSON.stringify(copy) ?? '').length : undefined
  if (originalSize !== undefined && originalSize <= mostCharacters) return copy
  return { omitted: true, originalSize, reason: 'too large' }
}

/** How much may still be copied, and at least how much was: names, quotes, signs and values. */
type Budget = { parts: number; characters: number }

/** A number or a boolean and what stands around it. */
const plainPart = 32

function copyOf(value: unknown, budget: Budget, isMap = false): unknown {
  budget.parts -= 1
  budget.characters += typeof value === 'string' ? value.length + 8 : plainPart
  if (budget.parts <= 0) return undefined
  if (typeof value === 'bigint') return copyOf(String(value), budget)
  if (isPrivateKey(value)) return hidden
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString()
  if (value instanceof Uint8Array) return undefined
  return Array.isArray(value) ? value.map((inner) => copyOf(inner, budget)) : membersOf(value, budget, isMap)
}

function membersOf(value: object, budget: Budget, isMap: boolean) {
  const copy: Record<string, unknown> = {}
  for (const [name, inner] of Object.entries(value)) {
    if (inner === undefined) continue
    budget.characters += name.length
    const member = isMap ? name : name.charAt(0).toLowerCase() + name.slice(1)
    put(copy, member, secretMembers.has(member) ? hidden : copyOf(inner, budget, maps.has(member)))
  }
  return copy
}

/** A member of any name, `__proto__` too. */
function put(copy: Record<string, unknown>, member: string, value: unknown) {
  if (member === '__proto__') Object.defineProperty(copy, member, { value, enumerable: true })
  else copy[member] = value
}
