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
  'body',
])

// AWS: CloudTrail shows a removed value by this text.
const hidden = 'HIDDEN_DUE_TO_SECURITY_REASONS'

/** A copy in CloudTrail's dress: members in camel case, dates as text, secrets hidden, bytes left out. */
export function redact(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Uint8Array) return undefined
  if (Array.isArray(value)) return value.map(redact)
  if (typeof value !== 'object' || value === null) return value
  const copy: Record<string, unknown> = {}
  for (const [name, inner] of Object.entries(value)) {
    if (inner === undefined) continue
    const member = name.charAt(0).toLowerCase() + name.slice(1)
    copy[member] = secretMembers.has(member) ? hidden : redact(inner)
  }
  return copy
}
