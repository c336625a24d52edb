import 'server-only'
import { z } from 'zod'
import { AwsError } from '@/lib/aws/errors'
import type { Node } from './form'

/** The operation's input out of a form's tree, guided by the operation's own schema: what it does not know is left out. */
export function decodeInput(schema: z.ZodType, node: Node): unknown {
  const inner = unwrapped(schema)
  if (inner instanceof z.ZodObject) return structure(inner, node)
  if (inner instanceof z.ZodArray) return list(inner, node)
  if (inner instanceof z.ZodRecord) return map(inner, node)
  return node.value === undefined ? undefined : scalar(inner, node.value)
}

/** The schema without what only says that it may be missing, or how other doors write it. */
function unwrapped(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    return unwrapped(schema.unwrap() as z.ZodType)
  }
  return schema instanceof z.ZodPipe ? unwrapped(schema.out as z.ZodType) : schema
}

function structure(schema: z.ZodObject, node: Node) {
  const input: Record<string, unknown> = {}
  for (const [member, shape] of Object.entries(schema.shape)) {
    const child = node.children.get(member)
    const value = child && decodeInput(shape as z.ZodType, child)
    if (value !== undefined) input[member] = value
  }
  return input
}

/** `Tags.member.1`, `Tags.member.2`; an empty list is `Tags=`. The places order the list, gaps close up. */
function list(schema: z.ZodArray, node: Node): unknown[] {
  return places(node.children.get('member')).map((item) => decodeInput(schema.element as z.ZodType, item))
}

/** `Map.entry.1.key`, `Map.entry.1.value`. */
function map(schema: z.ZodRecord, node: Node) {
  return Object.fromEntries(
    places(node.children.get('entry')).map((entry) => {
      const [key, value] = [entry.children.get('key'), entry.children.get('value')]
      return [key?.value ?? '', value && decodeInput(schema.valueType as z.ZodType, value)]
    }),
  )
}

function places(node: Node | undefined): Node[] {
  return [...(node?.children ?? [])]
    .filter(([place]) => /^[1-9]\d{0,8}$/.test(place))
    .sort(([one], [other]) => Number(one) - Number(other))
    .map(([, item]) => item)
}

// AWS: a text that is no number or boolean is answered before any constraint is looked at.
const malformedInput = (value: string, kind: string) =>
  new AwsError('MalformedInput', 400, `The value '${value.slice(0, 64)}' is not a valid ${kind}.`)

function scalar(schema: z.ZodType, value: string): unknown {
  if (schema instanceof z.ZodNumber) {
    if (!/^[+-]?\d{1,15}$/.test(value)) throw malformedInput(value, 'integer')
    return Number(value)
  }
  if (schema instanceof z.ZodBoolean) {
    if (!/^(true|false)$/i.test(value)) throw malformedInput(value, 'boolean')
    return value.toLowerCase() === 'true'
  }
  if (schema instanceof z.ZodDate) {
    const date = new Date(value)
    if (Number.isNaN(date.getTime())) throw malformedInput(value, 'timestamp')
    return date
  }
  return isBytes(schema) ? Buffer.from(value, 'base64') : value
}

/** `z.instanceof(Uint8Array)`: zod keeps the class beside the schema. */
const isBytes = (schema: z.ZodType) => schema instanceof z.ZodCustom && schema._zod.bag.Class === Uint8Array
