import { combine, compile, decide, type Policies } from '../index'
import type { Documents } from '../reference'
import type { Decision, PolicyKind, Request } from '../types'

/** Asks the fast engine about plain texts. */
export const decideTexts = (request: Request, documents: Documents): Decision => decide(request, policiesOf(documents))

/** Compiles plain texts; a document's place in its layer is its source's id. */
export function policiesOf(documents: Documents): Policies {
  const set = (texts: readonly string[], kind: PolicyKind, level = '') =>
    combine(texts.map((text, i) => ({ source: { id: `${level}${i}` }, policy: compile(text, kind) })))
  const levels = (list: readonly (readonly string[])[], kind: PolicyKind) =>
    list.map((texts, level) => set(texts, kind, `${level}.`))
  const { identity, boundary, session, resource, trust, scps, rcps } = documents
  return {
    identity: set(identity, 'identity'),
    ...(boundary && { boundary: set(boundary, 'boundary') }),
    ...(session && { session: set(session, 'session') }),
    ...(resource !== undefined && { resource: set([resource], 'resource') }),
    ...(trust !== undefined && { resource: set([trust], 'trust') }),
    ...(scps && { scps: levels(scps, 'scp') }),
    ...(rcps && { rcps: levels(rcps, 'rcp') }),
  }
}
