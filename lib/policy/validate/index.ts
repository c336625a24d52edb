import type { Catalogue } from '@/lib/aws/catalogue/catalogue'
import { parseDocument } from '../parse'
import type { Finding, PolicyKind } from '../types'
import { checkActions } from './actions'
import { checkResources } from './arns'
import { checkConditionKeys } from './condition-keys'
import { checkConditionValues } from './condition-values'
import { checkHints } from './hints'
import { checkOrganization } from './organization'
import { checkPrincipals } from './principals'
import { checkRedundancy } from './redundancy'
import { checkSecurity } from './security'
import { checkSensitive } from './sensitive'
import { checkSize } from './size'
import { checkStructure } from './structure'
import { subjectOf } from './subject'
import { checkTrust } from './trust'
import { checkVariables } from './variables'

export { type Code, codes } from './codes'
export { type SaveError, saveError } from './save'
export { documentSize } from './size'

const checks = [
  checkSize,
  checkActions,
  checkResources,
  checkConditionKeys,
  checkConditionValues,
  checkVariables,
  checkPrincipals,
  checkTrust,
  checkOrganization,
  checkSensitive,
  checkSecurity,
  checkRedundancy,
  checkHints,
]

/**
 * What is worth saying about a document, sorted by its place: errors, security warnings, warnings, suggestions and our
 * own hints. Without a catalogue, everything that needs one is left out. Never throws; a text that is not JSON gives
 * one finding, where reading stopped.
 */
export function validate(text: string, kind: PolicyKind, catalogue: Catalogue | null = null): Finding[] {
  const document = parseDocument(text)
  const subject = subjectOf(document, kind, catalogue)
  const { fault } = document
  if (fault) {
    const range = { start: fault.offset, end: fault.offset + fault.length }
    subject.report.add('JSON_SYNTAX_ERROR', { range, path: [] }, fault.message)
    return subject.report.findings(text)
  }
  checkStructure(subject)
  for (const check of checks) check(subject)
  return subject.report.findings(text)
}
