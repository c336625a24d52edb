import 'server-only'
import { AwsError } from '@/lib/aws/errors'

/** The one range of bytes that is asked for; null for the whole, and for what cannot be read, as HTTP has it. */
export function rangeOf(header: string | undefined, size: number): { start: number; end: number } | null {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '')
  if (!match || (match[1] === '' && match[2] === '')) return null
  const [, first = '', last = ''] = match
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size : Math.min(size, Number(last) + 1)
  if (first !== '' && last !== '' && Number(last) < Number(first)) return null
  if (start >= end) throw new AwsError('InvalidRange', 416, 'The requested range is not satisfiable')
  return { start, end }
}
