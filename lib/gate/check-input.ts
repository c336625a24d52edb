import 'server-only'
import type { z } from 'zod'
import { validationError } from '@/lib/aws/errors'

/**
 * Parses the input or throws AWS's ValidationError, whose text lists every broken constraint:
 * `2 validation errors detected: Value at 'userName' failed to satisfy constraint: ...; Value at 'tags.1.member.key' ...`.
 */
export function checkInput<In>({ input: schema, service }: Checked<In>, input: unknown): In {
  const result = schema.safeParse(input, reporting)
  if (result.success) return result.data
  const { issues } = result.error
  const isQuoting = service === 'sts'
  const constraints = issues.filter((issue) => !plainText(issue)).map((issue) => constraint(issue, isQuoting))
  const [plain] = issues.flatMap((issue) => plainText(issue) ?? [])
  if (constraints.length === 0 && plain) throw validationError(plain)
  const count = `${constraints.length} validation error${constraints.length === 1 ? '' : 's'}`
  throw validationError(`${count} detected: ${constraints.join('; ')}`)
}

type Checked<In> = { input: z.ZodType<In>; service: string }

// zod sets `async` in a copy of this; it is here already, so that all copies have one shape: see docs/decisions/0013.
const reporting = { reportInput: true, async: false }

// AWS: some members answer a sentence of their own, once their length is right (validated recordings).
function plainText(issue: z.core.$ZodIssue): string | null {
  const plain = issue.code === 'custom' ? issue.params?.plain : undefined
  return typeof plain === 'function' ? plain(placeOf(issue), issue.input) : null
}

// AWS: IAM does not quote the value, STS does (validated recordings); members are named in camel case and list places are counted from one.
function constraint(issue: z.core.$ZodIssue, isQuoting: boolean): string {
  const missing = issue.input === undefined
  const quoted = isQuoting && isPlain(issue.input) ? `'${issue.input}' ` : ''
  return `Value ${missing ? 'null ' : quoted}at '${placeOf(issue)}' failed to satisfy constraint: ${missing ? 'Member must not be null' : issue.message}`
}

// Tokens and documents are not repeated: they are long, and some are secret.
const isPlain = (value: unknown) =>
  typeof value === 'number' || (typeof value === 'string' && value.length <= longestQuoted)

const longestQuoted = 256

function placeOf({ path }: z.core.$ZodIssue): string {
  return path.map((part) => (typeof part === 'number' ? `${part + 1}.member` : camel(String(part)))).join('.')
}

function camel(name: string) {
  return name.charAt(0).toLowerCase() + name.slice(1)
}
