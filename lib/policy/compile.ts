import { type Condition, condition } from './conditions'
import { type ActionPattern, actionPattern } from './match/action'
import { isSpared, NAMED, type Named, namedBy, type PrincipalPattern, principalPattern } from './match/principal'
import { matchesResource, type ResourcePattern, resourcePattern } from './match/resource'
import { type ParsedDocument, type ParsedStatement, parseDocument, type TextList } from './parse'
import type { Question } from './question'
import type { Effect, PolicyKind } from './types'

/** A document made ready for decisions: patterns cut into tokens, condition values read. */
export type CompiledPolicy = {
  kind: PolicyKind
  /** Kept for `explain`, which reads it again. */
  text: string
  /** False for what is no policy document at all; such a document has no statements, so it grants nothing. */
  valid: boolean
  statements: readonly CompiledStatement[]
}

export type CompiledStatement = {
  index: number
  sid?: string
  effect: Effect
  /** Null: the kind of document has no principals. */
  principal: PrincipalRule | null
  actions: readonly ActionPattern[]
  /** NotAction: the statement is about all actions but these. */
  exceptActions: boolean
  resources: readonly ResourcePattern[]
  exceptResources: boolean
  /** All literal resources, where there are too many to compare one by one. */
  literals: ReadonlySet<string> | null
  conditions: readonly Condition[]
}

type PrincipalRule = { pattern: PrincipalPattern; except: boolean }

const MANY = 8
const VERSIONS = ['2012-10-17', '2008-10-17']

/** Reads a document of any content; never throws. */
export function compile(text: string, kind: PolicyKind): CompiledPolicy {
  const document = parseDocument(text)
  if (!isUsable(document)) return { kind, text, valid: false, statements: [] }
  const variables = document.version === '2012-10-17'
  const statements = document.statements.map((statement) => compileStatement(statement, kind, variables))
  return { kind, text, valid: true, statements }
}

/** A document whose meaning would be a guess must not allow anything. */
function isUsable({ fault, malformed, duplicates, version, statements }: ParsedDocument): boolean {
  if (fault || malformed || duplicates.length > 0) return false
  if (version !== undefined && !VERSIONS.includes(version)) return false
  return statements.every(
    ({ effect, action, notAction, resource, notResource, principal, notPrincipal }) =>
      (effect === 'Allow' || effect === 'Deny') &&
      !(action && notAction) &&
      !(resource && notResource) &&
      !(principal && notPrincipal),
  )
}

const hasPrincipals = (kind: PolicyKind): boolean => kind === 'resource' || kind === 'trust' || kind === 'rcp'

export function compileStatement(parsed: ParsedStatement, kind: PolicyKind, variables: boolean): CompiledStatement {
  const { index, sid, effect, action, notAction, resource, notResource, condition: clauses = [] } = parsed
  const resources = resourcesOf(kind === 'trust' ? undefined : (resource ?? notResource), kind, variables)
  return {
    index,
    sid,
    effect: effect === 'Deny' ? 'Deny' : 'Allow',
    principal: hasPrincipals(kind) ? principalRule(parsed) : null,
    actions: (action ?? notAction)?.entries.map((entry) => actionPattern(entry.text)) ?? [],
    exceptActions: notAction !== undefined,
    resources,
    exceptResources: kind !== 'trust' && notResource !== undefined,
    literals: resources.length > MANY ? literalsOf(resources) : null,
    conditions: clauses.map(({ operator, key, values }) =>
      condition(
        operator,
        key,
        values.map((value) => value.text),
        variables,
      ),
    ),
  }
}

function resourcesOf(list: TextList | undefined, kind: PolicyKind, variables: boolean): ResourcePattern[] {
  // A trust policy speaks of its own role alone, so it names no resource.
  if (kind === 'trust') return [{ kind: 'all' }]
  return list?.entries.map((entry) => resourcePattern(entry.text, variables, !hasPrincipals(kind))) ?? []
}

function principalRule({ principal, notPrincipal }: ParsedStatement): PrincipalRule {
  const element = principal ?? notPrincipal
  if (!element) return { pattern: { everyone: false, accounts: new Set(), names: new Set() }, except: false }
  return { pattern: principalPattern(element), except: notPrincipal !== undefined }
}

function literalsOf(resources: readonly ResourcePattern[]): ReadonlySet<string> {
  const literals = new Set<string>()
  for (const pattern of resources) if (pattern.kind === 'literal') literals.add(pattern.text)
  return literals
}

/** How the statement names the caller; `direct` where the kind of document has no principals. */
export function named({ principal, effect }: CompiledStatement, question: Question): Named {
  if (!principal) return NAMED.direct
  const { pattern, except } = principal
  if (!except) return namedBy(pattern, question.principal)
  if (effect === 'Allow') return namedBy(pattern, question.principal) === NAMED.not ? NAMED.direct : NAMED.not
  // AWS: Deny with NotPrincipal always reaches a caller with a permissions boundary.
  return !question.hasBoundary && isSpared(pattern, question.principal) ? NAMED.not : NAMED.direct
}

export function coversResource(statement: CompiledStatement, question: Question): boolean {
  const { resources, literals, exceptResources } = statement
  if (literals?.has(question.resource)) return !exceptResources
  for (const pattern of resources) {
    if ((!literals || pattern.kind !== 'literal') && matchesResource(pattern, question)) return !exceptResources
  }
  return exceptResources
}

export function conditionsHold({ conditions }: CompiledStatement, question: Question): boolean {
  for (const { holds } of conditions) if (!holds(question.context)) return false
  return true
}
