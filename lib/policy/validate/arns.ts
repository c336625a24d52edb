import { partitions, regions } from '@/lib/aws/catalogue/regions'
import { hasWildcard, overlaps } from './patterns'
import type { Entry, Subject } from './subject'

type Fields = { partition: string; service: string; region: string; account: string; resource: string }
type Format = { region: boolean; account: boolean; resource: string }

/** The six fields of the ARNs in Resource and NotResource. */
export function checkResources(subject: Subject): void {
  const judged = new Map<string, (entry: Entry) => void>()
  const formats = new Map<string, readonly Format[] | null>()
  for (const { resources } of subject.statements) {
    if (!resources) continue
    if (resources.entries.length === 0 && subject.text[resources.range.start] === '[') {
      subject.report.add('EMPTY_ARRAY_RESOURCE', resources)
    }
    for (const entry of resources.entries) {
      const verdict = judged.get(entry.text) ?? judge(subject, entry.text, formats)
      judged.set(entry.text, verdict)
      verdict(entry)
    }
  }
}

type Formats = Map<string, readonly Format[] | null>

function judge({ report, ...subject }: Subject, text: string, known: Formats): (entry: Entry) => void {
  const fine = () => undefined
  if (text === '*') return fine
  if (!text.startsWith('arn:')) return (entry) => report.add('INVALID_ARN_PREFIX', entry, text)
  // A variable may hold colons of its own (`${saml:sub}`), so it is one star from here on.
  const [, partition, service, region, account, ...rest] = text.replace(/\$\{[^}]*\}?/g, '*').split(':')
  const fields = { partition, service, region, account, resource: rest.join(':') }
  const { partition: p, service: s, region: r, account: a } = fields
  if (p === undefined || s === undefined || r === undefined || a === undefined || rest.length === 0) {
    return (entry) => report.add('MISSING_ARN_FIELD', entry, text)
  }
  const complete: Fields = { partition: p, service: s, region: r, account: a, resource: fields.resource }
  const problem =
    formProblem({ report, ...subject }, complete) ?? formatProblem({ report, ...subject }, complete, known)
  return problem ?? fine
}

type Problem = ((entry: Entry) => void) | null

/** What is wrong whatever the service. */
function formProblem({ report, catalogue }: Subject, { partition, service, region, account }: Fields): Problem {
  if (!hasWildcard(partition) && !partitions.includes(partition)) {
    return (entry) => report.add('INVALID_PARTITION', entry, partition)
  }
  if (service !== service.toLowerCase() && (!catalogue || catalogue.isService(service))) {
    return (entry) => report.add('INVALID_ARN_SERVICE_CASE', entry, service, service.toLowerCase())
  }
  if (catalogue && !hasWildcard(service) && !catalogue.isService(service) && !catalogue.arnOwners(service).length) {
    return (entry) => report.add('INVALID_SERVICE', entry, service)
  }
  if (region !== '' && !hasWildcard(region) && !regions.has(region)) {
    return (entry) => report.add('INVALID_ARN_REGION', entry, region)
  }
  // AWS: `aws` is the account of AWS managed policies, `cloudfront` that of origin access identities.
  if (account !== '' && !hasWildcard(account) && !/^(\d{12}|aws|cloudfront|third-party)$/.test(account)) {
    return (entry) => report.add('INVALID_ARN_ACCOUNT', entry, account)
  }
  return null
}

/** What does not fit the ARN formats of the service. */
function formatProblem(subject: Subject, fields: Fields, known: Formats): Problem {
  const { report } = subject
  const { service, region, account, resource } = fields
  if (resource === '') return (entry) => report.add('INVALID_ARN_RESOURCE', entry, resource, service)
  if (hasWildcard(service)) return null
  const formats = known.get(service) ?? formatsOf(subject, service)
  known.set(service, formats)
  if (!formats || formats.length === 0) return null
  const fitting = formats.filter((format) => overlaps(format.resource, resource, subject.budget))
  if (fitting.length === 0) return (entry) => report.add('INVALID_ARN_RESOURCE', entry, resource, service)
  if (region === '' && fitting.every((format) => format.region)) {
    return (entry) => report.add('MISSING_ARN_REGION', entry, service)
  }
  if (region !== '' && !hasWildcard(region) && !fitting.some((format) => format.region)) {
    return (entry) => report.add('ARN_REGION_NOT_ALLOWED', entry, service)
  }
  if (account !== '' && !hasWildcard(account) && !fitting.some((format) => format.account)) {
    return (entry) => report.add('ARN_ACCOUNT_NOT_ALLOWED', entry, service)
  }
  return null
}

// AWS: API Gateway's resources are the paths of its own API, and CloudFormation has transforms; the service data has
// neither in full.
const unlisted: Readonly<Record<string, readonly Format[] | undefined>> = {
  apigateway: [{ region: true, account: false, resource: '/*' }],
  cloudformation: [{ region: true, account: true, resource: 'transform/*' }],
}

/** The formats of every resource type with this ARN service; null where the catalogue does not have them all. */
function formatsOf({ catalogue }: Subject, arnService: string): readonly Format[] | null {
  const formats: Format[] = [...(unlisted[arnService] ?? [])]
  for (const owner of catalogue?.arnOwners(arnService) ?? []) {
    const service = catalogue?.service(owner)
    if (!service) return null
    for (const type of service.resourceTypes.values()) {
      const [, , named, region, account, ...rest] = type.arn.split(':')
      if (named !== arnService) continue
      const resource = rest.join(':').replace(/\$\{[^}]*\}/g, '*')
      formats.push({ region: region !== '', account: account !== '', resource })
    }
  }
  return formats
}
