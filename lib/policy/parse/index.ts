export {
  type ConditionClause,
  type ParsedDocument,
  type ParsedStatement,
  parseDocument,
  type TextEntry,
} from './document'
export {
  type JsonMember,
  type JsonNode,
  type JsonObject,
  MAX_DEPTH,
  type Range,
} from './json'
export { type PlainCondition, type PlainPrincipal, type PlainStatement, plainOf } from './plain'
export { readPlain } from './plain-reader'
export { positionAt, spanAt } from './position'
