import type { JsonMember, JsonNode } from '../parse'
import { operatorOf } from './operators'
import type { Path } from './report'
import { itemsAt, keyRange, memberNamed, type StatementView, type Subject, statementNodes } from './subject'

const topElements = ['Version', 'Id', 'Statement']
const statementElements = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
]
/** Kinds that are attached to somebody and so never say whom they are about. */
const withoutPrincipal = ['identity', 'boundary', 'session']
const withPrincipal = ['resource', 'trust', 'rcp']

/** JSON and the grammar: which elements there are, of which type, with which fixed values. */
export function checkStructure(subject: Subject): void {
  const { document, report } = subject
  for (const member of document.duplicates) {
    report.add(
      'JSON_SYNTAX_ERROR',
      { range: keyRange(member), path: [] },
      `"${member.key}" is there twice in one object`,
    )
  }
  const { root } = document
  if (root?.type !== 'object') {
    if (root) report.add('DATA_TYPE_MISMATCH', { range: root, path: [] }, 'The document', 'an object')
    return
  }
  for (const member of root.members) {
    if (!topElements.includes(member.key)) addUnknown(subject, member, [member.key])
  }
  checkText(subject, memberNamed(root, 'Id'), ['Id'])
  checkVersion(subject, memberNamed(root, 'Version'))
  checkStatements(subject, root)
}

function checkVersion({ document, report }: Subject, member: JsonMember | null): void {
  if (!member) {
    const range = document.root ?? { start: 0, end: 0 }
    report.add('MISSING_VERSION', { range: { start: range.start, end: range.start + 1 }, path: [] })
    return
  }
  const { value } = member
  const place = { range: value, path: ['Version'] }
  if (value.type !== 'string') report.add('DATA_TYPE_MISMATCH', place, 'Version', 'a string')
  else if (value.value !== '2012-10-17' && value.value !== '2008-10-17')
    report.add('INVALID_VERSION', place, value.value)
}

function checkStatements(subject: Subject, root: JsonNode): void {
  const { report } = subject
  const member = memberNamed(root, 'Statement')
  if (!member) {
    report.add('MISSING_STATEMENT', { range: { start: root.start, end: root.start + 1 }, path: [] })
    return
  }
  const nodes = statementNodes(root)
  if (nodes.length === 0) report.add('MISSING_STATEMENT', { range: member.value, path: ['Statement'] })
  for (const { node, path } of nodes) {
    if (node.type !== 'object') report.add('DATA_TYPE_MISMATCH', { range: node, path }, 'A statement', 'an object')
  }
  for (const statement of subject.statements) checkStatement(subject, statement)
  checkSids(subject)
}

function checkStatement(subject: Subject, statement: StatementView): void {
  const { node, path, members } = statement
  for (const member of node.members) {
    if (!statementElements.includes(member.key)) addUnknown(subject, member, [...path, member.key])
  }
  checkText(subject, members.get('Sid'), [...path, 'Sid'])
  checkEffect(subject, statement)
  for (const name of ['Action', 'NotAction', 'Resource', 'NotResource']) {
    const member = members.get(name)
    if (member) checkTexts(subject, member.value, [...path, name], name)
  }
  for (const name of ['Principal', 'NotPrincipal']) checkPrincipalTypes(subject, members.get(name), [...path, name])
  checkConditionTypes(subject, members.get('Condition')?.value, [...path, 'Condition'])
  checkPresence(subject, statement)
}

function checkEffect({ report }: Subject, { node, path, members }: StatementView): void {
  const member = members.get('Effect')
  if (!member) report.add('MISSING_EFFECT', { range: { start: node.start, end: node.start + 1 }, path })
  else if (member.value.type !== 'string') {
    report.add('DATA_TYPE_MISMATCH', { range: member.value, path: [...path, 'Effect'] }, 'Effect', 'a string')
  } else if (member.value.value !== 'Allow' && member.value.value !== 'Deny') {
    report.add('INVALID_EFFECT', { range: member.value, path: [...path, 'Effect'] }, member.value.value)
  }
}

function checkPresence({ report, kind }: Subject, { node, path, members }: StatementView): void {
  const start = { range: { start: node.start, end: node.start + 1 }, path }
  for (const name of ['Action', 'Resource', 'Principal']) {
    const other = members.get(`Not${name}`)
    if (!members.has(name) || !other) continue
    report.add(
      'UNSUPPORTED_ELEMENT_COMBINATION',
      { range: keyRange(other), path: [...path, other.key] },
      name,
      other.key,
    )
  }
  if (!members.has('Action') && !members.has('NotAction')) report.add('MISSING_ACTION', start)
  const hasResource = members.has('Resource') || members.has('NotResource')
  if (!hasResource && kind !== 'trust') report.add('MISSING_RESOURCE', start)
  const principal = members.get('Principal') ?? members.get('NotPrincipal')
  if (!principal && withPrincipal.includes(kind)) report.add('MISSING_PRINCIPAL', start)
  if (principal && withoutPrincipal.includes(kind)) {
    report.add('UNSUPPORTED_PRINCIPAL', { range: keyRange(principal), path: [...path, principal.key] }, principal.key)
  }
}

function checkSids({ report, kind, statements }: Subject): void {
  const seen = new Set<string>()
  for (const { members, path } of statements) {
    const node = members.get('Sid')?.value
    if (node?.type !== 'string') continue
    const place = { range: node, path: [...path, 'Sid'] }
    if (node.value === '') report.add('EMPTY_SID_VALUE', place)
    else if (seen.has(node.value)) {
      report.add(kind === 'resource' ? 'UNIQUE_SIDS_RECOMMENDED' : 'UNIQUE_SIDS_REQUIRED', place, node.value)
    }
    // AWS: services other than IAM and Organizations take more characters.
    if (kind !== 'resource' && !/^[0-9A-Za-z]*$/.test(node.value)) report.add('UNSUPPORTED_SID', place, node.value)
    seen.add(node.value)
  }
}

function checkText({ report }: Subject, member: JsonMember | null | undefined, path: Path): void {
  if (!member || member.value.type === 'string') return
  report.add('DATA_TYPE_MISMATCH', { range: member.value, path }, member.key, 'a string')
}

function checkTexts({ report }: Subject, node: JsonNode, path: Path, name: string): void {
  for (const item of itemsAt(node, path)) {
    if (item.node.type === 'string') continue
    report.add('DATA_TYPE_MISMATCH', { range: item.node, path: item.path }, name, 'a string or a list of strings')
  }
}

function checkPrincipalTypes(subject: Subject, member: JsonMember | undefined, path: Path): void {
  if (!member || member.value.type === 'string') return
  if (member.value.type !== 'object') {
    subject.report.add('DATA_TYPE_MISMATCH', { range: member.value, path }, member.key, '"*" or an object')
    return
  }
  for (const { key, value } of member.value.members) checkTexts(subject, value, [...path, key], key)
}

function checkConditionTypes({ report }: Subject, node: JsonNode | undefined, path: Path): void {
  if (!node) return
  if (node.type !== 'object') {
    report.add('DATA_TYPE_MISMATCH', { range: node, path }, 'Condition', 'an object')
    return
  }
  if (node.members.length === 0) report.add('EMPTY_OBJECT_CONDITION', { range: node, path })
  for (const operator of node.members) {
    const operatorPath = [...path, operator.key]
    if (!operatorOf(operator.key)) {
      report.add('INVALID_CONDITION_OPERATOR', { range: keyRange(operator), path: operatorPath }, operator.key)
    }
    if (operator.value.type !== 'object') {
      report.add('DATA_TYPE_MISMATCH', { range: operator.value, path: operatorPath }, operator.key, 'an object')
      continue
    }
    if (operator.value.members.length === 0) {
      report.add('EMPTY_OBJECT_CONDITION', { range: operator.value, path: operatorPath })
    }
    for (const { key, value } of operator.value.members) {
      for (const item of itemsAt(value, [...operatorPath, key])) {
        if (['string', 'number', 'boolean'].includes(item.node.type)) continue
        report.add('DATA_TYPE_MISMATCH', { range: item.node, path: item.path }, key, 'a text, a number or a Boolean')
      }
    }
  }
}

function addUnknown({ report }: Subject, member: JsonMember, path: Path): void {
  report.add('INVALID_POLICY_ELEMENT', { range: keyRange(member), path }, member.key)
}
