import { compile } from '../compile'
import { type ActionPattern, actionPattern, matchesAction } from '../match/action'
import { type ConditionClause, parseDocument } from '../parse'
import type { Effect } from '../types'

/** A statement as the summary reads it: what it grants or denies, on what, and when. */
export type Grant = {
  effect: Effect
  actions: readonly ActionPattern[]
  /** NotAction: all actions but these. */
  exceptActions: boolean
  resources: readonly string[]
  conditions: readonly ConditionClause[]
}

/** Why a document has no summary. */
export type Unsummarized = 'unreadable' | 'principal' | 'not-resource' | 'nothing'

/** The statements of a document, or the reason why they cannot be summed up. */
export function readGrants(text: string): readonly Grant[] | Unsummarized {
  if (!compile(text, 'identity').valid) return 'unreadable'
  const { statements } = parseDocument(text)
  if (statements.some(({ principal, notPrincipal }) => principal || notPrincipal)) return 'principal'
  if (statements.some(({ notResource }) => notResource)) return 'not-resource'
  const grants = statements.flatMap(({ effect, action, notAction, resource, condition = [] }): Grant[] => {
    const resources = resource?.entries.map((entry) => entry.text) ?? []
    const actions = (action ?? notAction)?.entries.map((entry) => actionPattern(entry.text)) ?? []
    if (resources.length === 0 || (!action && !notAction)) return []
    const exceptActions = notAction !== undefined
    return [{ effect: effect === 'Deny' ? 'Deny' : 'Allow', actions, exceptActions, resources, conditions: condition }]
  })
  return grants.length > 0 ? grants : 'nothing'
}

export const ofEffect = (grants: readonly Grant[], effect: Effect) => grants.filter((grant) => grant.effect === effect)

type ActionList = Pick<Grant, 'actions' | 'exceptActions'>

/** What a grant says of a service as a whole, before anybody looks at its single actions. */
export type Reach = 'all' | 'some' | 'none'

/** `service` in lower case. */
export function reachOf({ actions, exceptActions }: ActionList, service: string): Reach {
  const entries = actions.filter((pattern) => isAbout(pattern, service))
  const whole = entries.some(({ kind }) => kind === 'all' || kind === 'service')
  if (exceptActions) return whole ? 'none' : entries.length > 0 ? 'some' : 'all'
  return whole ? 'all' : entries.length > 0 ? 'some' : 'none'
}

function isAbout(pattern: ActionPattern, service: string): boolean {
  if (pattern.kind === 'nothing') return false
  return pattern.kind === 'all' || serviceIn(pattern) === service
}

function serviceIn(pattern: Exclude<ActionPattern, { kind: 'all' | 'nothing' }>): string {
  return pattern.kind === 'literal' ? pattern.action.slice(0, pattern.action.indexOf(':')) : pattern.service
}

/** Services that an Action element names, in lower case, whether there is such a service or not. */
export function servicesNamed({ actions, exceptActions }: Grant): string[] {
  if (exceptActions) return []
  return actions.flatMap((pattern) =>
    pattern.kind === 'all' || pattern.kind === 'nothing' ? [] : [serviceIn(pattern)],
  )
}

/** `action` as `s3:getobject`. */
export function covers({ actions, exceptActions }: ActionList, action: string): boolean {
  return actions.some((pattern) => matchesAction(pattern, action)) !== exceptActions
}

/** Single actions that are named in full: the ones that may turn out not to exist. */
export function actionsNamed({ actions, exceptActions }: Grant): string[] {
  if (exceptActions) return []
  return actions.flatMap((pattern) => (pattern.kind === 'literal' ? [pattern.action] : []))
}
