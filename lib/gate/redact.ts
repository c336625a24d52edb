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
  const budget = { parts: mostParts }
  const copy = copyOf(value, budget)
  const originalSize = budget.parts > 0 ? (JSON.stringify(copy) ?? '').length : undefined
  if (originalSize !== undefined && originalSize <= mostCharacters) return copy
  return { omitted: true, originalSize, reason: 'too large' }
}

function copyOf(value: unknown, budget: { parts: number }, isMap = false): unknown {
  budget.parts -= 1
  if (budget.parts <= 0) return undefined
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString()
  if (value instanceof Uint8Array) return undefined
  if (typeof value === 'bigint') return String(value)
  if (Array.isArray(value)) return value.map((inner) => copyOf(inner, budget))
  if (isPrivateKey(value)) return hidden
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).flatMap(([name, inner]) => {
    const member = isMap ? name : name.charAt(0).toLowerCase() + name.slice(1)
    if (inner === undefined) return []
    return [[member, secretMembers.has(member) ? hidden : copyOf(inner, budget, maps.has(member))] as const]
  })
  return Object.fromEntries(members)
}
