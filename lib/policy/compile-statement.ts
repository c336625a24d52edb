import { Condition } from './conditions'
import { type ActionPattern, actionPattern } from './match/action'
import { isSpared, NAMED, type Named, namedBy, type PrincipalPattern, principalPattern } from './match/principal'
import { matchesResource, type ResourcePattern, resourcePattern } from './match/resource'
import type { PlainStatement } from './parse'
import type { Question } from './question'
import type { Effect, PolicyKind } from './types'

type PrincipalRule = { pattern: PrincipalPattern; except: boolean }

type Resources = {
  patterns: readonly ResourcePattern[]
  /** All literal resources, where there are too many to compare one by one. */
  literals: ReadonlySet<string> | null
}

const MANY = 8

/** A statement made ready for decisions. */
export class CompiledStatement {
  readonly sid: string | undefined
  readonly effect: Effect
  /** Null: the kind of document has no principals. */
  readonly principal: PrincipalRule | null
  readonly actions: readonly ActionPattern[]
  /** NotAction: the statement is about all actions but these. */
  readonly exceptActions: boolean
  readonly exceptResources: boolean
  readonly conditions: readonly Condition[]
  private readonly resourceTexts: readonly string[]
  private ready: Resources | null

  constructor(
    plain: PlainStatement,
    readonly index: number,
    private readonly kind: PolicyKind,
    private readonly variables: boolean,
  ) {
    this.sid = plain.sid
    this.effect = plain.effect
    this.principal = hasPrincipals(kind)
      ? { pattern: principalPattern(plain.principals), except: plain.exceptPrincipals }
      : null
    this.actions = plain.actions.map(actionPattern)
    this.exceptActions = plain.exceptActions
    this.exceptResources = kind !== 'trust' && plain.exceptResources
    this.conditions = plain.conditions.map((clause) => new Condition(clause, variables))
    this.resourceTexts = plain.resources
    this.ready = null
  }

  /** Cut into tokens when a question about one of the actions comes first: most statements of an account never see one. */
  get resources(): Resources {
    this.ready ??= this.readResources()
    return this.ready
  }

  private readResources(): Resources {
    // A trust policy speaks of its own role alone, so it names no resource.
    if (this.kind === 'trust') return { patterns: [{ kind: 'all' }], literals: null }
    const shortened = !hasPrincipals(this.kind)
    const patterns = this.resourceTexts.map((text) => resourcePattern(text, this.variables, shortened))
    return { patterns, literals: patterns.length > MANY ? literalsOf(patterns) : null }
  }
}

const hasPrincipals = (kind: PolicyKind): boolean => kind === 'resource' || kind === 'trust' || kind === 'rcp'

function literalsOf(patterns: readonly ResourcePattern[]): ReadonlySet<string> {
  const literals = new Set<string>()
  for (const pattern of patterns) if (pattern.kind === 'literal') literals.add(pattern.text)
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
  const { resources, exceptResources } = statement
  const { patterns, literals } = resources
  if (literals?.has(question.resource)) return !exceptResources
  for (const pattern of patterns) {
    if ((!literals || pattern.kind !== 'literal') && matchesResource(pattern, question)) return !exceptResources
  }
  return exceptResources
}

export function conditionsHold({ conditions }: CompiledStatement, question: Question): boolean {
  for (const condition of conditions) if (!condition.holds(question.context)) return false
  return true
}
