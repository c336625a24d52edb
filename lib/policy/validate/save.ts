import { policyDocument } from '@/lib/aws/names'
import { parseDocument } from '../parse'
import type { PolicyKind } from '../types'
import { identityMessage } from './save-identity'
import { organizationMessage, resourceMessage, trustMessage } from './save-others'

export type SaveError = { code: string; message: string }

const characters = new RegExp(`^${policyDocument.regex}$`)

/** The code that the service answers with which keeps policies of this kind. */
const codeOf: Record<PolicyKind, string> = {
  identity: 'MalformedPolicyDocument',
  boundary: 'MalformedPolicyDocument',
  session: 'MalformedPolicyDocument',
  trust: 'MalformedPolicyDocument',
  // AWS: S3 has its own code and its own texts.
  resource: 'MalformedPolicy',
  scp: 'MalformedPolicyDocumentException',
  rcp: 'MalformedPolicyDocumentException',
}

/**
 * Why AWS would refuse to save this document, with its own words, or null. The first failing check answers. Sizes are
 * apart, because they depend on the owner. Never throws.
 */
export function saveError(text: string, kind: PolicyKind): SaveError | null {
  if (!characters.test(text)) {
    const message =
      'The specified value for policyDocument is invalid. It must contain only printable ASCII characters.'
    return { code: kind === 'resource' ? 'MalformedPolicy' : 'ValidationError', message }
  }
  const document = parseDocument(text)
  const message = messageFor(kind)(document, kind)
  return message === null ? null : { code: codeOf[kind], message }
}

function messageFor(kind: PolicyKind) {
  if (kind === 'trust') return trustMessage
  if (kind === 'resource') return resourceMessage
  return kind === 'scp' || kind === 'rcp' ? organizationMessage : identityMessage
}
