import { keyRange, type StatementView, type Subject } from './subject'

/** The narrower language of service control and resource control policies. */
export function checkOrganization(subject: Subject): void {
  if (subject.kind === 'scp') for (const statement of subject.statements) checkServiceControl(subject, statement)
  if (subject.kind === 'rcp') for (const statement of subject.statements) checkResourceControl(subject, statement)
}

function placeOf({ members, path }: StatementView, name: string) {
  const member = members.get(name)
  return member ? { range: keyRange(member), path: [...path, name] } : null
}

function checkServiceControl({ report }: Subject, statement: StatementView): void {
  for (const name of ['Principal', 'NotPrincipal']) {
    const place = placeOf(statement, name)
    if (place) report.add('SCP_SYNTAX_ERROR_PRINCIPAL', place, name)
  }
  for (const entry of statement.actions?.entries ?? []) {
    const star = entry.text.search(/[*?]/)
    if (star >= 0 && star < entry.text.length - 1) report.add('SCP_SYNTAX_ERROR_ACTION_WILDCARD', entry)
  }
  if (statement.effect !== 'Allow') return
  const condition = placeOf(statement, 'Condition')
  if (condition) report.add('SCP_SYNTAX_ERROR_ALLOW_CONDITION', condition)
  const notAction = placeOf(statement, 'NotAction')
  if (notAction) report.add('SCP_SYNTAX_ERROR_ALLOW_NOTACTION', notAction)
  const notResource = placeOf(statement, 'NotResource')
  if (notResource) report.add('SCP_SYNTAX_ERROR_NOTRESOURCE', notResource)
  else
    for (const entry of statement.resources?.entries ?? []) {
      if (entry.text !== '*') report.add('SCP_SYNTAX_ERROR_ALLOW_RESOURCE', entry)
    }
}

function checkResourceControl({ report }: Subject, statement: StatementView): void {
  const effect = statement.members.get('Effect')
  if (statement.effect === 'Allow' && effect) {
    report.add('RCP_SYNTAX_ERROR_ALLOW', { range: effect.value, path: [...statement.path, 'Effect'] })
  }
  const notAction = placeOf(statement, 'NotAction')
  if (notAction) report.add('RCP_SYNTAX_ERROR_NOTACTION', notAction)
  else
    for (const entry of statement.actions?.entries ?? []) {
      if (entry.text === '*') report.add('RCP_SYNTAX_ERROR_ACTION', entry)
    }
  const { principals } = statement
  if (!principals) return
  const isEveryone = !principals.isNegated && principals.entries.length === 1 && principals.entries[0]?.type === '*'
  if (!isEveryone) report.add('RCP_SYNTAX_ERROR_PRINCIPAL', principals)
}
