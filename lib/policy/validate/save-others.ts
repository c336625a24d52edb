import type { ParsedDocument, ParsedStatement } from '../parse'
import type { PolicyKind } from '../types'
import { servicePrincipal } from './principals'
import { actionsPresent, syntax } from './save-identity'
import { memberNamed } from './subject'

const stsActions =
  /^sts:(assumerole(withsaml|withwebidentity)?|tagsession|setsourceidentity|setcontext|\*|assumerole\*)$/i

/** Refusals of trust policies. */
export function trustMessage(document: ParsedDocument): string | null {
  if (document.fault || document.duplicates.length > 0) return 'This policy contains invalid Json'
  return (
    syntax(document) ??
    first(document, (statement) => prohibited(statement) ?? missingPrincipal(statement)) ??
    actionsPresent(document) ??
    first(document, invalidPrincipal) ??
    first(document, ({ action, notAction }) => {
      const entries = (action ?? notAction)?.entries ?? []
      return entries.every(({ text }) => stsActions.test(text))
        ? null
        : 'AssumeRole policy may only specify STS AssumeRole actions.'
    })
  )
}

function first({ statements }: ParsedDocument, check: (statement: ParsedStatement) => string | null): string | null {
  for (const statement of statements) {
    const message = check(statement)
    if (message !== null) return message
  }
  return null
}

function prohibited({ resource, notResource, notPrincipal }: ParsedStatement): string | null {
  const name = (resource && 'Resource') ?? (notResource && 'NotResource') ?? (notPrincipal && 'NotPrincipal')
  return name ? `Has prohibited field ${name}` : null
}

function missingPrincipal({ principal }: ParsedStatement): string | null {
  return principal ? null : 'Missing required field Principal'
}

const principalForms: Record<string, RegExp> = {
  '*': /^\*$/,
  AWS: /^(\*|\d{12}|A(RO|ID)A[A-Z0-9]{12,}|arn:aws[a-z-]*:(iam|sts)::(\d{12}|cloudfront):[^*?]+)$/,
  Service: servicePrincipal,
  Federated: /^(arn:aws[a-z-]*:iam::\d{12}:(saml|oidc)-provider\/[^*?]+|[a-z0-9-]+(\.[a-z0-9-]+)+)$/,
  CanonicalUser: /^[0-9a-f]{64}$/,
}

/** Whether a principal of the right form exists is known only where the accounts are. */
function invalidPrincipal({ principal }: ParsedStatement): string | null {
  if (!principal || principal.entries.length === 0) return 'Invalid principal in policy'
  for (const { type, text } of principal.entries) {
    const form = Object.hasOwn(principalForms, type) ? principalForms[type] : undefined
    if (!form?.test(text)) return `Invalid principal in policy: "${type.toUpperCase()}":"${text}"`
  }
  return null
}

/** Refusals of bucket policies, in S3's words. */
export function resourceMessage(document: ParsedDocument): string | null {
  const { root, text, fault, duplicates } = document
  if (fault || duplicates.length > 0 || !text.startsWith('{') || root?.type !== 'object') {
    return "Policies must be valid JSON and the first byte must be '{'"
  }
  for (const { key } of root.members) if (!['Version', 'Id', 'Statement'].includes(key)) return `Unknown field ${key}`
  if (document.version !== undefined && !['2012-10-17', '2008-10-17'].includes(document.version)) {
    return 'The policy must contain a valid version string'
  }
  if (!memberNamed(root, 'Statement')) return 'Missing required field Statement'
  if (document.statements.length === 0) return 'Statement is empty!'
  const message = first(document, bucketStatement)
  return message ?? (syntax(document) === null ? null : 'Policy has invalid syntax')
}

const bucketElements = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
]

function bucketStatement(statement: ParsedStatement): string | null {
  const { node, effect } = statement
  for (const { key } of node.members) if (!bucketElements.includes(key)) return `Unknown field ${key}`
  if (effect === undefined) return 'Missing required field Effect'
  if (effect !== 'Allow' && effect !== 'Deny') return `Invalid effect: ${effect}`
  const principal = statement.principal ?? statement.notPrincipal
  if (!principal) return 'Missing required field Principal'
  const action = statement.action ?? statement.notAction
  if (!action) return 'Missing required field Action'
  const resource = statement.resource ?? statement.notResource
  if (!resource) return 'Missing required field Resource'
  if (invalidPrincipal({ ...statement, principal }) !== null) return 'Invalid principal in policy'
  if (action.entries.length === 0 || action.entries.some(({ text }) => !/^(\*|[a-z0-9-]+:.+)$/i.test(text))) {
    return 'Policy has invalid action'
  }
  const isArn = (text: string) => text === '*' || /^arn:[^:]+:[^:]+:[^:]*:[^:]*:.+$/.test(text)
  if (resource.entries.length === 0 || resource.entries.some(({ text }) => !isArn(text))) {
    return 'Policy has invalid resource'
  }
  return null
}

/** Organizations has one text for everything that it refuses. */
export function organizationMessage(document: ParsedDocument, kind: PolicyKind): string | null {
  const text = 'The provided policy document does not meet the requirements of the specified policy type.'
  if (syntax(document) !== null || actionsPresent(document) !== null) return text
  const isFine = (statement: ParsedStatement) =>
    kind === 'rcp' ? isResourceControl(statement) : isServiceControl(statement)
  if (kind === 'rcp' && document.version !== '2012-10-17') return text
  return document.statements.every(isFine) ? null : text
}

function isServiceControl({ effect, principal, notPrincipal, resource, notResource }: ParsedStatement): boolean {
  if (principal || notPrincipal) return false
  return (effect === 'Allow' || effect === 'Deny') && ((resource ?? notResource)?.entries.length ?? 0) > 0
}

function isResourceControl({ effect, principal, action, resource, notResource }: ParsedStatement): boolean {
  if (effect !== 'Deny' || !action || action.entries.some(({ text }) => text === '*')) return false
  const isEveryone = principal?.entries.length === 1 && principal.entries[0]?.text === '*'
  return isEveryone && ((resource ?? notResource)?.entries.length ?? 0) > 0
}
