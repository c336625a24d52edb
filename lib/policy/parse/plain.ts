import type { Effect } from '../types'
import type { ParsedDocument, ParsedStatement, TextList } from './document'

/** What a decision needs of a document: its texts alone, without their places. */
export type PlainDocument = { version: string | undefined; statements: readonly PlainStatement[] }

export type PlainStatement = {
  sid: string | undefined
  effect: Effect
  principals: readonly PlainPrincipal[]
  /** NotPrincipal: everybody but these. So with the next two. */
  exceptPrincipals: boolean
  actions: readonly string[]
  exceptActions: boolean
  resources: readonly string[]
  exceptResources: boolean
  conditions: readonly PlainCondition[]
}

/** As in `PrincipalElement`: `type` is AWS, Service, ..., and `*` for a bare `"*"`. */
export type PlainPrincipal = { type: string; text: string }
/** One operator with one key. */
export type PlainCondition = { operator: string; key: string; values: readonly string[] }

/** Null for a document whose meaning would be a guess: it must not allow anything. */
export function plainOf({ fault, malformed, duplicates, version, statements }: ParsedDocument): PlainDocument | null {
  if (fault || malformed || duplicates.length > 0) return null
  const plain: PlainStatement[] = []
  for (const statement of statements) {
    const one = plainStatement(statement)
    if (!one) return null
    plain.push(one)
  }
  return { version, statements: plain }
}

function plainStatement(parsed: ParsedStatement): PlainStatement | null {
  const { sid, effect, principal, notPrincipal, action, notAction, resource, notResource, condition = [] } = parsed
  if (effect !== 'Allow' && effect !== 'Deny') return null
  if ((principal && notPrincipal) || (action && notAction) || (resource && notResource)) return null
  return {
    sid,
    effect,
    principals: (principal ?? notPrincipal)?.entries.map(({ type, text }) => ({ type, text })) ?? [],
    exceptPrincipals: notPrincipal !== undefined,
    actions: textsOf(action ?? notAction),
    exceptActions: notAction !== undefined,
    resources: textsOf(resource ?? notResource),
    exceptResources: notResource !== undefined,
    conditions: condition.map(({ operator, key, values }) => ({
      operator,
      key,
      values: values.map(({ text }) => text),
    })),
  }
}

const textsOf = (list: TextList | undefined): string[] => list?.entries.map(({ text }) => text) ?? []
