import 'server-only'
import type { z } from 'zod'
import { validationError } from '@/lib/aws/errors'

/**
 * Parses the input or throws AWS's ValidationError, whose text lists every broken constraint:
 * `2 validation errors detected: Value at 'userName' failed to satisfy constraint: ...; Value at 'tags.1.member.key' ...`.
 */
export function checkInput<In>(schema: z.ZodType<In>, input: unknown): In {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  const broken = result.error.issues.map(constraint)
  const plain = result.error.issues.find((issue) => issue.code === 'custom' && issue.params?.plain)
  if (plain) throw validationError(plain.message)
  throw validationError(
    `${broken.length} validation error${broken.length === 1 ? '' : 's'} detected: ${broken.join('; ')}`,
  )
}

// AWS: values are not quoted, members are named in camel case and list places are counted from one.
function constraint(issue: z.core.$ZodIssue): string {
  const place = issue.path
    .map((part) => (typeof part === 'number' ? `${part + 1}.member` : camel(String(part))))
    .join('.')
  const missing = issue.code === 'invalid_type' && issue.input === undefined
  return `Value ${missing ? 'null ' : ''}at '${place}' failed to satisfy constraint: ${missing ? 'Member must not be null' : issue.message}`
}

function camel(name: string) {
  return name.charAt(0).toLowerCase() + name.slice(1)
}
