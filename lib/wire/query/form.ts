import 'server-only'
import { isUtf8 } from 'node:buffer'
import { AwsError } from '@/lib/aws/errors'

/** A parameter and what stands below it: `Tags.member.1.Key=team` is four nodes deep. */
export type Node = { value?: string; children: Map<string, Node> }

const mostParameters = 10_000
const deepest = 16

const malformed = (message: string) => new AwsError('MalformedQueryString', 400, message)

/** Reads form-encoded texts (the address's query, the body) into one tree. */
export function readForm(...texts: (string | Buffer)[]): Node {
  const root: Node = { children: new Map() }
  let count = 0
  for (const text of texts) {
    for (const part of utf8(text).split('&')) {
      if (part === '') continue
      if (++count > mostParameters) throw malformed(`A request may have up to ${mostParameters} parameters.`)
      place(root, part)
    }
  }
  return root
}

function place(root: Node, part: string) {
  const end = part.indexOf('=')
  const name = decoded(end === -1 ? part : part.slice(0, end))
  // The signature of a presigned address is no parameter of the operation.
  if (name.startsWith('X-Amz-')) return
  const steps = name.split('.', deepest + 1)
  if (steps.length > deepest) throw malformed('A parameter is nested too deeply.')
  let node = root
  for (const step of steps) {
    const next = node.children.get(step) ?? { children: new Map() }
    node.children.set(step, next)
    node = next
  }
  if (node.value !== undefined) throw malformed(`The parameter ${name.slice(0, 128)} was given more than once.`)
  node.value = end === -1 ? '' : decoded(part.slice(end + 1))
}

function utf8(text: string | Buffer): string {
  const bytes = typeof text === 'string' ? Buffer.from(text, 'latin1') : text
  if (!isUtf8(bytes)) throw malformed('The parameters must be UTF-8.')
  return bytes.toString('utf8')
}

function decoded(text: string): string {
  if (!/[%+]/.test(text)) return text
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    throw malformed('The parameters must be percent-encoded UTF-8.')
  }
}
