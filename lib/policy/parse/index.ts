export {
  type ConditionClause,
  type ParsedDocument,
  type ParsedStatement,
  type PrincipalElement,
  parseDocument,
  type TextEntry,
  type TextList,
} from './document'
export {
  type JsonArray,
  type JsonMember,
  type JsonNode,
  type JsonObject,
  MAX_DEPTH,
  type Range,
  type SyntaxFault,
} from './json'
export { positionAt, spanAt } from './position'
