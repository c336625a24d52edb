import type { Action, Service } from '@/lib/aws/catalogue/catalogue'

/** Can a resource of a policy be one that the action works on? `*` always can. */
export function appliesTo(resource: string, action: Action, service: Service): boolean {
  if (resource === '*') return true
  return action.resourceTypes.some(({ name }) => isOfType(resource, name, service))
}

/** Can a resource of a policy be of a type of this service? */
export function isOfType(resource: string, typeName: string, service: Service): boolean {
  const type = service.resourceTypes.get(typeName)
  return type !== undefined && arnsOverlap(withoutVariables(resource), formatPattern(type.arn, service))
}

/** ARNs meet part by part; a pattern that does not spell all six parts meets the format as one text. */
function arnsOverlap(pattern: string, format: string): boolean {
  const [given, wanted] = [arnParts(pattern), arnParts(format)]
  if (given.length < wanted.length) return overlap(pattern, format)
  return wanted.every((part, index) => overlap(given[index] ?? '', part))
}

/** The sixth part keeps its own colons. */
function arnParts(arn: string): string[] {
  const parts = arn.split(':')
  return [...parts.slice(0, 5), ...(parts.length > 5 ? [parts.slice(5).join(':')] : [])]
}

/** The types of a service that a resource of a policy may mean. */
export function typesOf(resource: string, service: Service) {
  return [...service.resourceTypes.values()].filter(({ name }) => isOfType(resource, name, service))
}

const withoutVariables = (text: string) => text.replaceAll(/\$\{[^}]*\}/g, '*')

/** A run of any characters, and a run without a slash. No ARN holds these two. */
const ANYTHING = '\u0001'
const SEGMENT = '\u0002'

/** An ARN's format as a pattern: `arn:${Partition}:s3:::${BucketName}` with holes. */
function formatPattern(arn: string, service: Service): string {
  // A bucket's name ends where an object's begins: its hole takes no slash, because the service has `.../more`.
  const hasPartsBelow = [...service.resourceTypes.values()].some((type) => type.arn.startsWith(`${arn}/`))
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
    for (let j = 0; j <= format.length; j++) {
      const isReached = open[j]
      if (!isReached) continue
      if (letter === '*') for (let k = j; k <= format.length; k++) next[k] = true
      else if (accepts(format[j], letter)) next[isHole(format[j]) ? j : j + 1] = true
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
