import { covers } from './patterns'
import { keyRange, type StatementView, type Subject } from './subject'

const allowed = [
  'assumerole',
  'assumerolewithsaml',
  'assumerolewithwebidentity',
  'tagsession',
  'setsourceidentity',
  'setcontext',
]

/** What is particular to trust policies. */
export function checkTrust(subject: Subject): void {
  if (subject.kind !== 'trust') return
  for (const statement of subject.statements) {
    checkElements(subject, statement)
    checkActions(subject, statement)
    checkMatch(subject, statement)
    checkKeys(subject, statement)
    checkRedundant(subject, statement)
  }
}

function checkElements({ report }: Subject, { members, path, principals, effect }: StatementView): void {
  for (const name of ['Resource', 'NotResource']) {
    const member = members.get(name)
    if (member)
      report.add('ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE', { range: keyRange(member), path: [...path, name] }, name)
  }
  const not = members.get('NotPrincipal')
  if (not) {
    report.add('ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL', { range: keyRange(not), path: [...path, 'NotPrincipal'] })
  }
  for (const entry of principals?.entries ?? []) {
    if (entry.type === '*' && entry.text === '*' && effect === 'Allow') {
      report.add('ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL', entry)
    }
  }
}

function checkActions({ report, budget }: Subject, { actions }: StatementView): void {
  for (const entry of actions?.entries ?? []) {
    const [prefix = '', name = ''] = entry.text.toLowerCase().split(':')
    const isFine = prefix === 'sts' && allowed.some((action) => covers(name, action, budget))
    if (!isFine && entry.text !== '*') report.add('UNSUPPORTED_ACTION_IN_POLICY', entry, entry.text)
  }
}

/** Each of the three ways of taking a role belongs to its own kind of principal. */
function checkMatch({ report }: Subject, { actions, principals, effect }: StatementView): void {
  if (!actions || actions.isNegated || !principals || principals.isNegated || effect !== 'Allow') return
  const entries = principals.entries
  const isSaml = ({ text }: { text: string }) => text.includes(':saml-provider/')
  const has = {
    aws: entries.some(({ type }) => type === 'AWS' || type === 'Service' || type === '*' || type === 'CanonicalUser'),
    saml: entries.some((entry) => entry.type === 'Federated' && isSaml(entry)),
    web: entries.some((entry) => entry.type === 'Federated' && !isSaml(entry)),
  }
  const fitting = [
    has.aws && 'sts:AssumeRole',
    has.saml && 'sts:AssumeRoleWithSAML',
    has.web && 'sts:AssumeRoleWithWebIdentity',
  ].filter((name): name is string => name !== false)
  if (fitting.length === 0) return
  for (const entry of actions.entries) {
    if (!/^sts:assumerole(withsaml|withwebidentity)?$/i.test(entry.text)) continue
    if (fitting.some((name) => name.toLowerCase() === entry.text.toLowerCase())) continue
    report.add('MISMATCHED_ACTION_FOR_PRINCIPAL', entry, entry.text, fitting.join(', '))
  }
}

const companions: [key: RegExp, action: string][] = [
  [/^(aws:requesttag\/.*|aws:tagkeys|sts:transitivetagkeys)$/i, 'sts:TagSession'],
  [/^sts:sourceidentity$/i, 'sts:SetSourceIdentity'],
  [/^sts:requestcontext(providers|\/.*)$/i, 'sts:SetContext'],
]

function checkKeys({ report, budget }: Subject, { actions, conditions, effect }: StatementView): void {
  if (!actions || actions.isNegated || effect !== 'Allow') return
  for (const { key, keyPlace } of conditions) {
    const action = companions.find(([pattern]) => pattern.test(key))?.[1]
    if (!action) continue
    const isThere = actions.entries.some(({ text }) => covers(text.toLowerCase(), action.toLowerCase(), budget))
    if (!isThere) report.add('MISSING_ACTION_FOR_CONDITION_KEY', keyPlace, key, action)
  }
}

/** A session of a role says nothing new where the role itself is trusted. */
function checkRedundant({ report }: Subject, { principals }: StatementView): void {
  const texts = new Set(principals?.entries.map(({ text }) => text))
  const roles = new Map([...texts].map((text) => [text.replace(/:role\/(?:.*\/)?([^/]+)$/, ':role/$1'), text]))
  for (const entry of principals?.entries ?? []) {
    const session = /^(arn:[^:]*):sts::(\d{12}):assumed-role\/([^/]+)\/.+$/.exec(entry.text)
    const role = session && roles.get(`${session[1]}:iam::${session[2]}:role/${session[3]}`)
    if (role) report.add('REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY', entry, entry.text, role)
  }
}
