import type { Action, Catalogue } from '@/lib/aws/catalogue/catalogue'
import { covers, hasWildcard, overlaps } from './patterns'
import type { ElementView, StatementView, Subject } from './subject'

/** Our own hints: nothing is wrong with the document, and yet somebody may be surprised. */
export function checkHints(subject: Subject): void {
  for (const statement of subject.statements) {
    checkMfa(subject, statement)
    if (subject.catalogue && subject.kind !== 'trust') {
      checkResourceTypes(subject, statement, subject.catalogue)
      checkKeysOfActions(subject, statement, subject.catalogue)
    }
    // The other kinds give nothing to anybody: they limit, or they are about one resource.
    if (statement.effect !== 'Allow' || (subject.kind !== 'identity' && subject.kind !== 'session')) continue
    checkEscalation(subject, statement)
    checkCredentials(subject, statement)
  }
}

/** Sets of actions with which one can give oneself more rights; all of a set are needed. */
const escalations = [
  ['iam:CreatePolicyVersion'],
  ['iam:SetDefaultPolicyVersion'],
  ['iam:AttachUserPolicy'],
  ['iam:AttachGroupPolicy'],
  ['iam:AttachRolePolicy'],
  ['iam:PutUserPolicy'],
  ['iam:PutGroupPolicy'],
  ['iam:PutRolePolicy'],
  ['iam:AddUserToGroup'],
  ['iam:UpdateAssumeRolePolicy'],
  ['iam:CreateAccessKey'],
  ['iam:CreateLoginProfile'],
  ['iam:UpdateLoginProfile'],
  ['iam:DeleteUserPermissionsBoundary'],
  ['iam:DeleteRolePermissionsBoundary'],
  ['lambda:UpdateFunctionCode'],
  ['iam:PassRole', 'ec2:RunInstances'],
  ['iam:PassRole', 'lambda:CreateFunction'],
  ['iam:PassRole', 'glue:CreateDevEndpoint'],
  ['iam:PassRole', 'glue:CreateJob'],
  ['iam:PassRole', 'cloudformation:CreateStack'],
  ['iam:PassRole', 'datapipeline:CreatePipeline'],
  ['iam:PassRole', 'codebuild:CreateProject'],
  ['iam:PassRole', 'sagemaker:CreateNotebookInstance'],
  ['iam:PassRole', 'ecs:RunTask'],
  ['sts:AssumeRole'],
]

const credentialActions = [
  'codepipeline:PollForJobs',
  'cognito-identity:GetCredentialsForIdentity',
  'connect:GetFederationToken',
  'ecr:GetAuthorizationToken',
  'gamelift:RequestUploadCredentials',
  'iam:CreateAccessKey',
  'iam:CreateLoginProfile',
  'iam:CreateServiceSpecificCredential',
  'iam:ResetServiceSpecificCredential',
  'lightsail:GetInstanceAccessDetails',
  'lightsail:GetRelationalDatabaseMasterUserPassword',
  'redshift:GetClusterCredentials',
  'secretsmanager:GetSecretValue',
  'sso:GetRoleCredentials',
  'sts:GetFederationToken',
]

const isEverything = (resources: ElementView | null) =>
  resources !== null && !resources.isNegated && resources.entries.some(({ text }) => text === '*')

/** The names among `wanted` that the statement's Action element covers. */
function covered({ budget }: Subject, actions: ElementView, wanted: readonly string[]): Set<string> {
  const found = new Set<string>()
  const written = actions.entries.map(({ text }) => text.toLowerCase())
  for (const name of wanted) {
    const isListed = written.some((text) => covers(text, name.toLowerCase(), budget))
    if (isListed !== actions.isNegated) found.add(name)
  }
  return found
}

function checkEscalation(subject: Subject, { actions, resources }: StatementView): void {
  if (!actions || !isEverything(resources)) return
  const has = covered(subject, actions, [...new Set(escalations.flat())])
  const sets = escalations.filter((set) => set.every((name) => has.has(name))).map((set) => set.join(' with '))
  if (sets.length > 0) subject.report.add('PRIVILEGE_ESCALATION', actions, shortList(sets))
}

function checkCredentials(subject: Subject, { actions, resources }: StatementView): void {
  if (!actions || !isEverything(resources)) return
  const has = covered(subject, actions, credentialActions)
  if (has.size > 0) subject.report.add('CREDENTIALS_EXPOSURE', actions, shortList([...has]))
}

const shortList = (names: readonly string[]) =>
  names.length > 4 ? `${names.slice(0, 4).join(', ')} and ${names.length - 4} more` : names.join(', ')

function checkMfa({ report }: Subject, { effect, conditions }: StatementView): void {
  if (effect !== 'Deny') return
  for (const { operator, key, values, operatorPlace } of conditions) {
    if (operator !== 'Bool' || key.toLowerCase() !== 'aws:multifactorauthpresent') continue
    if (values.some(({ text }) => text.toLowerCase() === 'false')) {
      report.add('MFA_CONDITION_MISSES_LONG_TERM_KEYS', operatorPlace)
    }
  }
}

/** Actions whose resource types none of the statement's ARNs can be. */
function checkResourceTypes(subject: Subject, statement: StatementView, catalogue: Catalogue): void {
  const { actions, resources } = statement
  if (!actions || actions.isNegated || !resources || resources.isNegated || resources.entries.length === 0) return
  const written = resources.entries.map(({ text }) => text.replace(/\$\{[^}]*\}?/g, '*'))
  if (written.includes('*')) return
  for (const entry of actions.entries) {
    if (subject.report.isFull('RESOURCE_MISMATCH')) return
    const action = hasWildcard(entry.text) ? null : catalogue.action(entry.text)
    if (!action) continue
    const prefix = entry.text.slice(0, entry.text.indexOf(':')).toLowerCase()
    const formats = arnPatterns(catalogue, prefix, action)
    if (formats.some((format) => written.some((text) => overlaps(format, withAllFields(text), subject.budget))))
      continue
    const wanted = action.resourceTypes.map(({ name }) => name)
    subject.report.add(
      'RESOURCE_MISMATCH',
      entry,
      entry.text,
      wanted.length > 0 ? wanted.join(', ') : '* (all resources)',
    )
  }
}

function arnPatterns(catalogue: Catalogue, prefix: string, action: Action): string[] {
  return action.resourceTypes.flatMap(({ name }) => {
    const arn = catalogue.resourceType(prefix, name)?.arn
    return arn ? [arn.replace(/\$\{[^}]*\}/g, '*')] : []
  })
}

function withAllFields(arn: string): string {
  const missing = 6 - arn.split(':').length
  return missing > 0 ? `${arn}${':*'.repeat(missing)}` : arn
}

/** Conditions on service keys that an action of the same service never carries. */
function checkKeysOfActions(subject: Subject, { actions, conditions }: StatementView, catalogue: Catalogue): void {
  if (!actions || actions.isNegated || conditions.length === 0) return
  for (const { key, keyPlace, operator } of conditions) {
    const known = operator === 'Null' ? null : catalogue.conditionKey(key)
    if (!known || catalogue.globalKey(key)) continue
    const deaf = actions.entries.filter(({ text }) => {
      const action = hasWildcard(text) ? null : catalogue.action(text)
      const prefix = text.slice(0, text.indexOf(':')).toLowerCase()
      return action && subject.budget.spend(20) && !knowsKey(catalogue, prefix, action, known.name)
    })
    const [first] = deaf
    if (first)
      subject.report.add('CONDITION_KEY_NOT_FOR_ACTION', keyPlace, key, shortList(deaf.map(({ text }) => text)))
  }
}

function knowsKey(catalogue: Catalogue, prefix: string, action: Action, key: string): boolean {
  if (action.conditionKeys.includes(key)) return true
  return action.resourceTypes.some(({ name, conditionKeys }) => {
    return conditionKeys.includes(key) || catalogue.resourceType(prefix, name)?.conditionKeys.includes(key)
  })
}
