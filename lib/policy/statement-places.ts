import { parseDocument, positionAt } from './parse'
import type { Span } from './types'

/**
 * Where AWS's simulator says that each statement of a document begins and ends.
 *
 * AWS: it reports how far its parser had read. A statement in a list begins right behind the bracket or the statement
 * before it, a lone one behind its own brace; each ends behind its brace (recorded: columns 41 to 113 and 38 to 167 for
 * lone statements whose braces stand in columns 40 and 37; 41 to 198 and 198 to 300 for two in a list).
 */
export function statementPlaces(text: string): Span[] {
  const { root, statements } = parseDocument(text)
  const list = root?.type === 'object' ? root.members.find(({ key }) => key === 'Statement')?.value : undefined
  let read = (list?.start ?? 0) + 1
  return statements.map(({ node }) => {
    const span = { start: positionAt(text, read), end: positionAt(text, node.end) }
    read = node.end
    return span
  })
}
