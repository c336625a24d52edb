import 'server-only'
import type { z } from 'zod'
import { validationError } from '@/lib/aws/errors'

/**
 * Parses the input or throws AWS's ValidationError, whose text lists every broken constraint:
 * `2 validation errors detected: Value at 'userName' failed to satisfy constraint: ...; Value at 'tags.1.member.key' ...`.
 */
export function checkInput<In>(schema: z.ZodType<In>, input: unknown): In {
  const result = schema.safeParse(input, { reportInput: true })
  if (result.success) return result.data
  const { issues } = result.error
  const constraints = issues.filter((issue) => !plainText(issue)).map(constraint)
  const [plain] = issues.flatMap((issue) => plainText(issue) ?? [])
  if (constraints.length === 0 && plain) throw validationError(plain)
  const count = `${constraints.length} validation error${constraints.length === 1 ? '' : 's'}`
  throw validationError(`${count} detected: ${constraints.join('; ')}`)
}

// AWS: some members answer a sentence of their own, once their length is right (validated recordings).
function plainText(issue: z.core.$ZodIssue): string | null {
  const plain = issue.code === 'custom' ? issue.params?.plain : undefined
  return typeof plain === 'function' ? plain(placeOf(issue)) : null
}

// AWS: values are not quoted, members are named in camel case and list places are counted from one.
function constraint(issue: z.core.$ZodIssue): string {
  const missing = issue.code === 'invalid_type' && issue.input === undefined
  return `Value ${missing ? 'null ' : ''}at '${placeOf(issue)}' failed to satisfy constraint: ${missing ? 'Member must not be null' : issue.message}`
}

function placeOf({ path }: z.core.$ZodIssue): string {
  return path.map((part) => (typeof part === 'number' ? `${part + 1}.member` : camel(String(part)))).join('.')
}

function camel(name: string) {
  return name.charAt(0).toLowerCase() + name.slice(1)
}
