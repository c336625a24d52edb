import type { Code } from './codes'
import { covers, hasWildcard } from './patterns'
import type { Place } from './report'
import type { Entry, StatementView, Subject } from './subject'

/** An action that hands on rights, and the condition key that tames it. */
type Sensitive = { action: string; key: string; codes: Codes }
type Codes = {
  starInResource: Code
  starInActionAndResource: Code
  starInResourceAndNotAction: Code
  notResource: Code
  starInActionAndNotResource: Code
  notActionAndNotResource: Code
}

const sensitive: readonly Sensitive[] = [
  {
    action: 'iam:passrole',
    key: 'iam:passedtoservice',
    codes: {
      starInResource: 'PASS_ROLE_WITH_STAR_IN_RESOURCE',
      starInActionAndResource: 'PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE',
      starInResourceAndNotAction: 'PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION',
      notResource: 'PASS_ROLE_WITH_NOT_RESOURCE',
      starInActionAndNotResource: 'PASS_ROLE_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE',
      notActionAndNotResource: 'PASS_ROLE_WITH_NOT_ACTION_AND_NOT_RESOURCE',
    },
  },
  {
    action: 'iam:createservicelinkedrole',
    key: 'iam:awsservicename',
    codes: {
      starInResource: 'CREATE_SLR_WITH_STAR_IN_RESOURCE',
      starInActionAndResource: 'CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE',
      starInResourceAndNotAction: 'CREATE_SLR_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION',
      notResource: 'CREATE_SLR_WITH_NOT_RESOURCE',
      starInActionAndNotResource: 'CREATE_SLR_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE',
      notActionAndNotResource: 'CREATE_SLR_WITH_NOT_ACTION_AND_NOT_RESOURCE',
    },
  },
]

/** iam:PassRole and iam:CreateServiceLinkedRole on more than named roles. */
export function checkSensitive(subject: Subject): void {
  if (subject.kind !== 'identity' && subject.kind !== 'boundary' && subject.kind !== 'session') return
  for (const statement of subject.statements) {
    if (statement.effect !== 'Allow') continue
    for (const kind of sensitive) checkOne(subject, statement, kind)
  }
}

function checkOne(subject: Subject, statement: StatementView, { action, key, codes }: Sensitive): void {
  const { actions, resources, conditions } = statement
  if (!actions || !resources) return
  const hit = actions.entries.find(({ text }) => covers(text.toLowerCase(), action, subject.budget))
  const star = resources.isNegated ? null : resources.entries.find(isEveryRole)
  if (!resources.isNegated && !star) return
  const add = (code: Code, place: Place) => subject.report.add(code, place)
  if (actions.isNegated) {
    if (hit) return
    if (resources.isNegated) add(codes.notActionAndNotResource, actions)
    else add(codes.starInResourceAndNotAction, star ?? actions)
    return
  }
  if (!hit) return
  if (hasWildcard(hit.text)) {
    add(resources.isNegated ? codes.starInActionAndNotResource : codes.starInActionAndResource, hit)
  } else if (resources.isNegated) add(codes.notResource, hit)
  else if (!conditions.some((condition) => condition.key.toLowerCase() === key)) add(codes.starInResource, star ?? hit)
}

/** `*`, or an ARN whose role name is a star: `arn:aws:iam::*:role/Dev*` is limited enough. */
function isEveryRole({ text }: Entry): boolean {
  if (text === '*') return true
  const [, , service, , , ...rest] = text.split(':')
  if (service !== undefined && service !== '*' && service !== 'iam') return false
  const resource = rest.join(':')
  return resource === '' || resource.startsWith('*') || /^role\/(aws-service-role\/)?\*/.test(resource)
}
