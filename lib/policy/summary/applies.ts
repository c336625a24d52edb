import type { Action, ResourceType, Service } from '@/lib/aws/catalogue/catalogue'

/** What the resources of a policy may mean in one service; each is compared with the service's types once. */
export class ServiceResources {
  private readonly known = new Map<string, readonly ResourceType[]>()
  private readonly formats: readonly { type: ResourceType; format: string }[]

  constructor(service: Service) {
    const types = [...service.resourceTypes.values()]
    this.formats = types.map((type) => ({ type, format: formatPattern(type.arn, types) }))
  }

  /** The types that a resource may be of. */
  typesOf(resource: string): readonly ResourceType[] {
    const known = this.known.get(resource)
    if (known) return known
    const pattern = resource.replaceAll(/\$\{[^}]*\}/g, '*')
    const types = this.formats.flatMap(({ type, format }) => (arnsOverlap(pattern, format) ? [type] : []))
    this.known.set(resource, types)
    return types
  }

  /** Can the resource be one that the action works on? `*` always can. */
  hasUse(resource: string, action: Action): boolean {
    if (resource === '*') return true
    const types = this.typesOf(resource)
    return action.resourceTypes.some(({ name }) => types.some((type) => type.name === name))
  }
}

/** ARNs meet part by part; a pattern that does not spell all six parts meets the format as one text. */
function arnsOverlap(pattern: string, format: string): boolean {
  const [given, wanted] = [arnParts(pattern), arnParts(format)]
  if (given.length < wanted.length) return overlap(pattern, format)
  // Most pairs differ in the service: ask for it first.
  return [2, 5, 0, 1, 3, 4].every((index) => overlap(given[index] ?? '', wanted[index] ?? ''))
}

/** The sixth part keeps its own colons. */
function arnParts(arn: string): string[] {
  const parts = arn.split(':')
  return [...parts.slice(0, 5), ...(parts.length > 5 ? [parts.slice(5).join(':')] : [])]
}

/** A run of any characters, and a run without a slash. No ARN holds these two. */
const ANYTHING = '\u0001'
const SEGMENT = '\u0002'

/** An ARN's format as a pattern: `arn:${Partition}:s3:::${BucketName}` with holes. */
function formatPattern(arn: string, types: readonly ResourceType[]): string {
  // A bucket's name ends where an object's begins: its hole takes no slash, because the service has `.../more`.
  const hasPartsBelow = types.some((type) => type.arn.startsWith(`${arn}/`))
  const parts = arn.split(/\$\{[^}]*\}/)
  return parts
    .map((part, index) => {
      if (index === parts.length - 1) return part
      const isLast = index === parts.length - 2 && parts.at(-1) === ''
      return part + (isLast && hasPartsBelow ? SEGMENT : ANYTHING)
    })
    .join('')
}

/** Is there a text that both the policy's pattern (`*`, `?`) and the format (holes) describe? */
export function overlap(pattern: string, format: string): boolean {
  // open[j]: what is read of the pattern so far can meet the first j characters of the format.
  let open = new Array<boolean>(format.length + 1).fill(false)
  open[0] = true
  spread(open, format)
  for (const letter of pattern) {
    const next = new Array<boolean>(format.length + 1).fill(false)
    if (!open.includes(true)) return false
    for (let j = 0; j <= format.length; j++) {
      const isReached = open[j]
      if (!isReached) continue
      if (letter === '*') {
        next.fill(true, j)
        break
      }
      if (accepts(format[j], letter)) next[isHole(format[j]) ? j : j + 1] = true
    }
    spread(next, format)
    open = next
  }
  return open[format.length] === true
}

const isHole = (letter: string | undefined) => letter === ANYTHING || letter === SEGMENT

function accepts(place: string | undefined, letter: string): boolean {
  if (place === undefined) return false
  if (place === ANYTHING || letter === '?') return true
  return place === SEGMENT ? letter !== '/' : place.toLowerCase() === letter.toLowerCase()
}

/** A hole may be left at any time. */
function spread(open: boolean[], format: string) {
  for (let j = 0; j < format.length; j++) if (open[j] && isHole(format[j])) open[j + 1] = true
}
