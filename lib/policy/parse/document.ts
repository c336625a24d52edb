import {
  type JsonBoolean,
  type JsonMember,
  type JsonNode,
  type JsonNumber,
  type JsonObject,
  type JsonString,
  parseJson,
  type SyntaxFault,
} from './json'

/**
 * A policy document as it was written: the JSON tree with offsets, and the same content as a flat list of statements.
 * Nothing is judged here beyond JSON: elements of a wrong type are simply not in the list (the tree has them).
 */
export type ParsedDocument = {
  text: string
  root: JsonNode | null
  /** The first syntax error; later ones would be guesses. */
  fault: SyntaxFault | null
  /** Members that repeat a key of their own object. */
  duplicates: readonly JsonMember[]
  version?: string
  statements: readonly ParsedStatement[]
  /** Something in the document, or in one of its statements, has a type that the grammar does not know. */
  malformed: boolean
}

export type ParsedStatement = {
  index: number
  /** The statement in the tree; `spanAt(text, node)` gives lines and columns. */
  node: JsonObject
  sid?: string
  /** As written: the caller decides whether `allow` will do. */
  effect?: string
  principal?: PrincipalElement
  notPrincipal?: PrincipalElement
  action?: TextList
  notAction?: TextList
  resource?: TextList
  notResource?: TextList
  condition?: readonly ConditionClause[]
  malformed: boolean
}

/** A string or an array of strings; a lone string is a list of one. */
export type TextList = { node: JsonNode; entries: readonly TextEntry[] }
/** Numbers and booleans in conditions are written out: 10 is "10", true is "true". */
export type TextEntry = { text: string; node: JsonNode }
/** `type` is the key in the map: AWS, Service, Federated, CanonicalUser. A bare `"*"` has the type `*`. */
export type PrincipalElement = { node: JsonNode; entries: readonly (TextEntry & { type: string })[] }
/** One operator with one key; `StringEquals` with three keys gives three clauses. */
export type ConditionClause = {
  operator: string
  key: string
  values: readonly TextEntry[]
  operatorMember: JsonMember
  keyMember: JsonMember
}

/** Reads a document of any size and depth in linear time. Never throws. */
export function parseDocument(text: string): ParsedDocument {
  const { root, fault, duplicates } = parseJson(text)
  const document: ParsedDocument = { text, root, fault, duplicates, statements: [], malformed: false }
  if (root?.type !== 'object') return { ...document, malformed: true }
  const nodes: JsonNode[] = []
  for (const { key, value } of root.members) {
    if (key === 'Statement') for (const item of itemsOf(value)) nodes.push(item)
    else if (key === 'Version' && value.type === 'string') document.version = value.value
    else if (key !== 'Id' || value.type !== 'string') document.malformed = true
  }
  const statements: ParsedStatement[] = []
  nodes.forEach((node, index) => {
    if (node.type === 'object') statements.push(readStatement(node, index))
    else document.malformed = true
  })
  document.statements = statements
  document.malformed ||= nodes.length === 0 || statements.some((statement) => statement.malformed)
  return document
}

function readStatement(node: JsonObject, index: number): ParsedStatement {
  // All members from the start: a statement that grows member by member takes twice the room.
  const statement: ParsedStatement = {
    index,
    node,
    sid: undefined,
    effect: undefined,
    principal: undefined,
    notPrincipal: undefined,
    action: undefined,
    notAction: undefined,
    resource: undefined,
    notResource: undefined,
    condition: undefined,
    malformed: false,
  }
  for (const { key, value } of node.members) {
    switch (key) {
      case 'Sid':
        if (value.type === 'string') statement.sid = value.value
        else statement.malformed = true
        break
      case 'Effect':
        if (value.type === 'string') statement.effect = value.value
        else statement.malformed = true
        break
      case 'Principal':
        statement.principal = readPrincipal(value, statement)
        break
      case 'NotPrincipal':
        statement.notPrincipal = readPrincipal(value, statement)
        break
      case 'Action':
        statement.action = readTexts(value, statement)
        break
      case 'NotAction':
        statement.notAction = readTexts(value, statement)
        break
      case 'Resource':
        statement.resource = readTexts(value, statement)
        break
      case 'NotResource':
        statement.notResource = readTexts(value, statement)
        break
      case 'Condition':
        statement.condition = readCondition(value, statement)
        break
      default:
        statement.malformed = true
    }
  }
  return statement
}

const itemsOf = (node: JsonNode): readonly JsonNode[] => (node.type === 'array' ? node.items : [node])

function readTexts(node: JsonNode, statement: ParsedStatement): TextList {
  const items = itemsOf(node)
  const texts = items.every(isText) ? items : items.filter(isText)
  if (texts !== items) statement.malformed = true
  return { node, entries: texts.map((item) => ({ text: item.value, node: item })) }
}

const isText = (node: JsonNode): node is JsonString => node.type === 'string'

function readPrincipal(node: JsonNode, statement: ParsedStatement): PrincipalElement {
  if (node.type === 'string') {
    if (node.value !== '*') statement.malformed = true
    return { node, entries: node.value === '*' ? [{ type: '*', text: '*', node }] : [] }
  }
  const entries: (TextEntry & { type: string })[] = []
  if (node.type !== 'object') statement.malformed = true
  for (const { key, value } of node.type === 'object' ? node.members : []) {
    for (const entry of readTexts(value, statement).entries) entries.push({ ...entry, type: key })
  }
  return { node, entries }
}

function readCondition(node: JsonNode, statement: ParsedStatement): ConditionClause[] {
  const operators = membersOf(node, statement)
  const [only] = operators
  if (only && operators.length === 1) return readOperator(only, statement)
  return operators.flatMap((operator) => readOperator(operator, statement))
}

const readOperator = (operatorMember: JsonMember, statement: ParsedStatement): ConditionClause[] =>
  membersOf(operatorMember.value, statement).map((keyMember) => ({
    operator: operatorMember.key,
    key: keyMember.key,
    values: readValues(keyMember.value, statement),
    operatorMember,
    keyMember,
  }))

function membersOf(node: JsonNode, statement: ParsedStatement): readonly JsonMember[] {
  if (node.type === 'object') return node.members
  statement.malformed = true
  return []
}

function readValues(node: JsonNode, statement: ParsedStatement): TextEntry[] {
  const items = itemsOf(node)
  const values = items.every(isValue) ? items : items.filter(isValue)
  if (values !== items) statement.malformed = true
  return values.map((item) => ({ text: String(item.value), node: item }))
}

const isValue = (node: JsonNode): node is JsonString | JsonNumber | JsonBoolean =>
  node.type === 'string' || node.type === 'number' || node.type === 'boolean'
