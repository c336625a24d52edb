import { readDate } from '../conditions/date'
import type { ParsedDocument, ParsedStatement } from '../parse'
import { operatorOf, valueKindOf } from './operators'

/** AWS: the order of these checks decides which text one sees; recorded answers pin it. */
const checks: readonly ((document: ParsedDocument) => string | null)[] = [
  syntax,
  version,
  legacyParsing,
  sids,
  actionsPresent,
  resourceTexts,
  actionTexts,
  resourcesPresent,
  principals,
]

/** Refusals of identity policies, boundaries and session policies. */
export function identityMessage(document: ParsedDocument): string | null {
  for (const check of checks) {
    const message = check(document)
    if (message !== null) return message
  }
  return null
}

export const syntaxErrors = 'Syntax errors in policy.'

export function syntax(document: ParsedDocument): string | null {
  const isFine =
    !document.fault &&
    document.duplicates.length === 0 &&
    !document.malformed &&
    (document.version === undefined || ['2012-10-17', '2008-10-17'].includes(document.version)) &&
    document.statements.every(isStatement)
  return isFine ? null : syntaxErrors
}

function isStatement(statement: ParsedStatement): boolean {
  const { effect, action, notAction, resource, notResource, condition } = statement
  if (effect === undefined || !/^(allow|deny)$/i.test(effect)) return false
  if ((action && notAction) || (resource && notResource)) return false
  // AWS: an unknown operator passes as long as nothing stands in it.
  return (condition ?? []).every(({ operator }) => operatorOf(operator) !== null)
}

function version({ version: written }: ParsedDocument): string | null {
  return written === '2012-10-17' ? null : 'Policy document must be version 2012-10-17 or greater.'
}

function legacyParsing({ statements }: ParsedDocument): string | null {
  const text = 'The policy failed legacy parsing'
  if (statements.some(({ effect }) => effect !== 'Allow' && effect !== 'Deny')) return text
  if (statements.some((statement) => !hasReadableDates(statement))) return text
  for (const resource of resourcesOf(statements)) {
    // A resource that has a text of its own ends the search: AWS parses no further.
    if (resourceProblem(resource) !== null) return null
    if (!hasEnoughFields(resource)) return text
  }
  return null
}

function hasReadableDates({ condition }: ParsedStatement): boolean {
  return (condition ?? []).every(({ operator, values }) => {
    const base = operatorOf(operator)?.base
    if (!base || valueKindOf(base) !== 'Date') return true
    return values.every(({ text }) => text.includes('${') || isSavedDate(text))
  })
}

const looseDate =
  /^(-?\d{1,9})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:t(?:(\d{1,2})(?::(\d{1,2})(?::(\d{1,2})(?:\.(\d{1,9}))?)?)?)?(?:z|[+-]\d\d(?::?\d\d)?)?)?$/i

/** AWS saves more dates than it compares: `01T` and `2016-12-13t2:00:00.593194+23` pass. */
function isSavedDate(text: string): boolean {
  if (/^\d+$/.test(text)) return text.length < 20 && BigInt(text) <= 9223372036854775807n
  const found = looseDate.exec(text)
  if (!found) return readDate(text) !== null
  const [, , month = '1', day = '1', hour = '0', minute = '0', second = '0'] = found
  const isCalendar = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31
  return isCalendar && Number(hour) <= 23 && Number(minute) <= 59 && Number(second) <= 59
}

function hasEnoughFields(resource: string): boolean {
  if (resource === '*') return true
  const fields = resource.split(':')
  return fields[2] !== '' && (fields.length >= 6 || !resource.includes('::'))
}

function sids({ statements }: ParsedDocument): string | null {
  const seen = new Set<string>()
  for (const { sid } of statements) {
    if (!sid) continue
    if (seen.has(sid)) return 'Statement IDs (SID) in a single policy must be unique.'
    seen.add(sid)
  }
  if ([...seen].every((sid) => /^[0-9A-Za-z]*$/.test(sid))) return null
  return 'Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*'
}

export function actionsPresent({ statements }: ParsedDocument): string | null {
  const all = statements.every(({ action, notAction }) => (action ?? notAction)?.entries.length)
  return all ? null : 'Policy statement must contain actions.'
}

function resourceTexts({ statements }: ParsedDocument): string | null {
  for (const resource of resourcesOf(statements)) {
    const problem = resourceProblem(resource)
    if (problem !== null) return problem
  }
  return null
}

function* resourcesOf(statements: readonly ParsedStatement[]): Generator<string> {
  for (const { resource, notResource } of statements) {
    for (const { text } of (resource ?? notResource)?.entries ?? []) yield text
  }
}

const iamPaths =
  'user/, federated-user/, role/, group/, instance-profile/, mfa/, server-certificate/, policy/, sms-mfa/, saml-provider/, oidc-provider/, report/, access-report/'

function resourceProblem(resource: string): string | null {
  if (resource === '*') return null
  const [first, partition, service, region = '', , ...rest] = resource.split(':')
  if (first === undefined || partition === undefined) return `Resource ${resource} must be in ARN format or "*".`
  // AWS: its own policies write `arn:*:`, so a wildcard may stand for the partition.
  if (partition !== 'aws' && !/^(aws)?\*$/.test(partition)) return partitionProblem(resource)
  if (service === undefined || /[*?]/.test(service)) {
    return 'Resource vendor must be fully qualified and cannot contain regexes.'
  }
  if (rest.length === 0) return null
  const path = rest.join(':')
  if (service === 's3' && region !== '' && !isRegionalInS3(path)) {
    return `Resource ${resource} can not contain region information.`
  }
  if (service !== 'iam') return null
  if (region !== '') return `IAM resource ${resource} cannot contain region information.`
  // AWS: `root` is what sts:AssumeRoot acts on.
  const isKnown = path === '*' || path === 'root' || iamPaths.split(', ').some((start) => path.startsWith(start))
  return isKnown ? null : `IAM resource path must either be "*" or start with ${iamPaths}.`
}

/** AWS: access points, batch jobs, Storage Lens and access grants live in a Region, buckets do not. */
function isRegionalInS3(path: string): boolean {
  return /^(accesspoint|job|storage-lens|access-grants|async-request|\*)/.test(path)
}

function partitionProblem(resource: string): string {
  const [, partition = '', ...rest] = resource.split(':')
  const [service, region = '*', account = '*', ...last] = rest
  const fields = [service === undefined || (service === '' && rest.length === 1) ? '*' : service, region, account]
  const shown = ['arn', partition, ...fields, last.length > 0 ? last.join(':') : '*'].join(':')
  return `Partition "${partition}" is not valid for resource "${shown}".`
}

function actionTexts({ statements }: ParsedDocument): string | null {
  const lists = [statements.map(({ action }) => action), statements.map(({ notAction }) => notAction)].flat()
  for (const { text } of lists.flatMap((list) => list?.entries ?? [])) {
    const problem = actionProblem(text)
    if (problem !== null) return problem
  }
  return null
}

function actionProblem(action: string): string | null {
  if (action === '*') return null
  const [vendor = '', ...names] = action.split(':')
  if (names.length === 0) return 'Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.'
  if (names.length > 1) return 'Actions/Condition can contain only one colon.'
  return vendor === '*' || /^[a-zA-Z0-9.-]*$/.test(vendor) ? null : `Vendor ${vendor} is not valid`
}

function resourcesPresent({ statements }: ParsedDocument): string | null {
  const all = statements.every(({ resource, notResource }) => (resource ?? notResource)?.entries.length)
  return all ? null : 'Policy statement must contain resources.'
}

function principals({ statements }: ParsedDocument): string | null {
  const some = statements.some(({ principal, notPrincipal }) => principal ?? notPrincipal)
  return some ? 'Policy document should not specify a principal.' : null
}
