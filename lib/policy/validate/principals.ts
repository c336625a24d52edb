import type { Entry, Subject } from './subject'

type PrincipalEntry = Entry & { type: string }
const keys = ['AWS', 'Service', 'Federated', 'CanonicalUser']
// AWS: a user that CloudFront makes for S3 has no account number.
const account = '(?:\\d{12}|cloudfront)'
const arn = new RegExp(
  `^arn:aws[a-z-]*:(?:iam::${account}:(?:root|(?:user|role)/.+)|sts::\\d{12}:(?:assumed-role/[^/]+/.+|federated-user/.+|self))$`,
)
/** Providers that one names by their domain; all others have an ARN. */
const wellKnownProviders = [
  'cognito-identity.amazonaws.com',
  'www.amazon.com',
  'graph.facebook.com',
  'accounts.google.com',
]

// Service principals end like this, whatever comes before; the only others are those of Alexa.
export const servicePrincipal =
  /^([a-z0-9-]+(\.[a-z0-9-]+)*\.(amazonaws\.com(\.cn)?|aws\.internal)|alexa-[a-z]+\.amazon\.com)$/

/** The form of the principals in resource, trust and resource control policies. */
export function checkPrincipals(subject: Subject): void {
  if (subject.kind === 'identity' || subject.kind === 'boundary' || subject.kind === 'session') return
  for (const { principals, members, path } of subject.statements) {
    if (!principals) continue
    const { report } = subject
    const value = (members.get('Principal') ?? members.get('NotPrincipal'))?.value
    if (value?.type === 'object') {
      if (value.members.length === 0) report.add('EMPTY_OBJECT_PRINCIPAL', principals)
      for (const { key, value: list, keyStart, keyEnd } of value.members) {
        const keyPath = [...principals.path, key]
        if (!keys.includes(key)) {
          report.add('INVALID_PRINCIPAL_KEY', { range: { start: keyStart, end: keyEnd }, path: keyPath }, key)
        }
        if (list.type === 'array' && list.items.length === 0) {
          report.add('EMPTY_ARRAY_PRINCIPAL', { range: list, path: keyPath })
        }
      }
    }
    if (value?.type === 'array' && value.items.length === 0) {
      report.add('EMPTY_ARRAY_PRINCIPAL', { range: value, path: [...path, principals.path.at(-1) ?? ''] })
    }
    for (const entry of principals.entries) checkEntry(subject, entry)
  }
}

function checkEntry(subject: Subject, entry: PrincipalEntry): void {
  const { report } = subject
  const { type, text } = entry
  if (text.includes('${')) return
  if (type === '*') {
    if (text !== '*') report.add('INVALID_PRINCIPAL_FORMAT', entry, text)
  } else if (type === 'AWS') checkAws(subject, entry)
  else if (type === 'Service') checkService(subject, entry)
  else if (type === 'Federated') checkFederated(subject, entry)
}

function checkAws({ report }: Subject, entry: PrincipalEntry): void {
  const { text } = entry
  if (text === '*' || /^\d{12}$/.test(text)) return
  if (/^AROA[A-Z0-9]{12,}$/.test(text)) report.add('INVALID_ROLE_REFERENCE', entry, text)
  else if (/^AIDA[A-Z0-9]{12,}$/.test(text)) report.add('INVALID_USER_REFERENCE', entry, text)
  else if (/[*?]/.test(text)) report.add('UNSUPPORTED_WILDCARD_IN_PRINCIPAL', entry)
  else if (!arn.test(text)) report.add('INVALID_PRINCIPAL_FORMAT', entry, text)
}

function checkService({ report }: Subject, entry: PrincipalEntry): void {
  const { text } = entry
  if (/[*?]/.test(text)) report.add('UNSUPPORTED_WILDCARD_IN_PRINCIPAL', entry)
  else if (!servicePrincipal.test(text)) report.add('INVALID_SERVICE_PRINCIPAL_FORMAT', entry, text)
}

function checkFederated({ report, kind }: Subject, entry: PrincipalEntry): void {
  const { text } = entry
  if (kind === 'resource') report.add('FEDERATED_PRINCIPAL_NOT_SUPPORTED', entry)
  else if (/[*?]/.test(text)) report.add('UNSUPPORTED_WILDCARD_IN_PRINCIPAL', entry)
  else if (!wellKnownProviders.includes(text) && !/^arn:aws[a-z-]*:iam::\d{12}:(saml|oidc)-provider\/.+$/.test(text)) {
    report.add('INVALID_PRINCIPAL_FORMAT', entry, text)
  }
}
