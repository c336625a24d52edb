import type { ConditionClause } from '../parse'
import type { ServiceResources } from './applies'

/** `BucketName | string like | demo`: what a single resource is limited to; null says "all resources". */
export function resourceText(resource: string, resources: ServiceResources | null): string | null {
  if (resource === '*') return null
  const [type, ...others] = resources?.typesOf(resource) ?? []
  const parts = type && others.length === 0 ? partsOf(resource, type.arn) : null
  return parts ?? resource
}

/** The values that stand in the holes of the format; null where the two cannot be laid side by side. */
function partsOf(resource: string, format: string): string | null {
  const names = [...format.matchAll(/\$\{([^}]*)\}/g)].map(([, name = '']) => name)
  const pattern = format
    .split(/\$\{[^}]*\}/)
    .map((text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
    .join('([^:]*?)')
  const found = new RegExp(`^${pattern}$`).exec(resource)
  if (!found) return null
  const said = names.flatMap((name, index) => {
    const value = found[index + 1] ?? ''
    const isOfNoInterest = value === '' || (value === '*' && !isLast(index, names)) || name === 'Partition'
    return isOfNoInterest ? [] : [`${name} | string like | ${value === '*' ? 'All' : value}`]
  })
  return said.length > 0 ? said.join(', ') : null
}

const isLast = (index: number, names: readonly string[]) => index === names.length - 1

/** `aws:SourceIp | IP address range | 203.0.113.0/24`. */
export function conditionText({ operator, key, values }: ConditionClause): string {
  return `${key} | ${operatorText(operator)} | ${values.map((value) => value.text).join(', ')}`
}

const operators: Readonly<Record<string, string>> = {
  ipaddress: 'IP address range',
  notipaddress: 'not IP address range',
  bool: 'boolean',
  binaryequals: 'binary equals',
  null: 'is absent',
}

/** AWS's operators in words: `StringNotLike` is "string not like". */
function operatorText(operator: string): string {
  const [, set, base = operator, ifExists] = /^(?:(ForAnyValue|ForAllValues):)?(.*?)(IfExists)?$/i.exec(operator) ?? []
  const known = operators[base.toLowerCase()] ?? base.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()
  const scope = set ? `${set.toLowerCase() === 'foranyvalue' ? 'any value' : 'all values'} ` : ''
  return `${scope}${known}${ifExists ? ' if exists' : ''}`
}
