import type { Entry, PrincipalView, StatementView, Subject } from './subject'

/** Allow statements that let in more people than they seem to, and Deny statements that stop fewer. */
export function checkSecurity(subject: Subject): void {
  for (const statement of subject.statements) {
    checkPairs(subject, statement)
    if (statement.effect === 'Deny') checkDenyByTag(subject, statement)
    if (statement.effect !== 'Allow' || !statement.principals) continue
    if (statement.principals.isNegated) subject.report.add('ALLOW_WITH_NOT_PRINCIPAL', statement.principals)
    else if (subject.kind === 'resource') checkServicePrincipals(subject, statement, statement.principals)
    else if (subject.kind === 'trust') checkProviders(subject, statement, statement.principals)
  }
}

const keysOf = ({ conditions }: StatementView) => new Set(conditions.map(({ key }) => key.toLowerCase()))

const pairs: [key: string, others: string[]][] = [
  ['aws:vpcsourceip', ['aws:SourceVpc', 'aws:SourceVpce', 'aws:SourceVpcArn']],
  ['cognito-identity.amazonaws.com:amr', ['cognito-identity.amazonaws.com:aud']],
]

function checkPairs({ report }: Subject, statement: StatementView): void {
  const keys = keysOf(statement)
  for (const [key, others] of pairs) {
    if (!keys.has(key) || others.some((other) => keys.has(other.toLowerCase()))) continue
    const place = statement.conditions.find((condition) => condition.key.toLowerCase() === key)
    if (place) report.add('MISSING_PAIRED_CONDITION_KEYS', place.keyPlace, place.key, others[0] ?? '')
  }
}

const sourceKeys = ['aws:sourcearn', 'aws:sourceaccount', 'aws:sourceorgid', 'aws:sourceorgpaths']

function checkServicePrincipals({ report }: Subject, statement: StatementView, principals: PrincipalView): void {
  const keys = keysOf(statement)
  if (sourceKeys.some((key) => keys.has(key))) return
  for (const entry of principals.entries) {
    if (entry.type === 'Service') report.add('RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL', entry)
  }
}

const github = 'token.actions.githubusercontent.com'

/** A provider that serves the whole world must be narrowed down by its own keys. */
function checkProviders(subject: Subject, statement: StatementView, principals: PrincipalView): void {
  for (const entry of principals.entries) {
    const provider = entry.type === 'Federated' ? providerOf(entry) : null
    if (provider === null) continue
    const own = statement.conditions.filter(({ key }) => key.toLowerCase().startsWith(`${provider.toLowerCase()}:`))
    if (own.length === 0) subject.report.add('MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL', entry, provider)
    if (provider !== github) continue
    const isNarrow = own.some(({ key, values }) => {
      if (!/:(sub|repository|repository_id|job_workflow_ref|repository_owner_id)$/i.test(key)) return false
      return values.length > 0 && values.every(({ text }) => !/^(\*|repo:\*.*|repo:)$/.test(text))
    })
    if (!isNarrow) subject.report.add('MISSING_GITHUB_REPO_CONDITION_KEY', entry)
  }
}

function providerOf({ text }: Entry): string | null {
  const arn = /:oidc-provider\/(.+)$/.exec(text)
  if (arn) return arn[1] ?? null
  return text.startsWith('arn:') ? null : text
}

/** A tag that a service does not put into the request makes a Deny by that tag empty for it. */
function checkDenyByTag(subject: Subject, { actions, conditions }: StatementView): void {
  const tag = conditions.find(({ key }) => key.toLowerCase().startsWith('aws:resourcetag/'))
  if (!tag || !actions || !subject.catalogue) return
  if (actions.isNegated) {
    subject.report.add('DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE', tag.keyPlace, tag.key)
    return
  }
  const prefixes = new Set(
    actions.entries.map(({ text }) => text.slice(0, Math.max(0, text.indexOf(':'))).toLowerCase()),
  )
  const deaf = [...prefixes].filter((prefix) => {
    const service = subject.catalogue?.service(prefix)
    return service && !service.conditionKeys.some(({ name }) => name.toLowerCase().startsWith('aws:resourcetag/'))
  })
  if (deaf.length === 0) return
  const code = 'DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE'
  subject.report.add(code, tag.keyPlace, tag.key, deaf.join(', '))
}
