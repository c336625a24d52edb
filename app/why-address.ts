import { travelling } from '@/lib/gate/travelling'
import type { Operation } from '@/lib/operations/define'

/** Addresses longer than this are cut by mail programs and chats. */
const longest = 1_500

/** Where a refusal is explained: the call by its name, and the part of its input that may stand in an address. */
export function whyHref(
  operation: Pick<Operation, 'service' | 'name' | 'kind'>,
  input: unknown,
  action: string,
): string | undefined {
  const text = JSON.stringify(travelling(operation, input))
  if (text === undefined || text.length > longest) return
  return `/iam/why?${new URLSearchParams({ call: `${operation.service}:${operation.name}`, input: text, action })}`
}

export type WhyAddress = { service: string; name: string; input: object; action?: string }

/** Reads such an address; null where it is none. Whether the input fits the call is for the door to say. */
export function readWhyAddress(params: Readonly<Record<string, string | string[] | undefined>>): WhyAddress | null {
  const { call, input, action } = params
  if (typeof call !== 'string' || typeof input !== 'string' || input.length > longest) return null
  const [service = '', name = ''] = call.split(':')
  const parsed = objectIn(input)
  return parsed && { service, name, input: parsed, action: typeof action === 'string' ? action : undefined }
}

function objectIn(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null
  } catch {
    return null
  }
}
