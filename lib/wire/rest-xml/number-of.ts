import 'server-only'
import { AwsError } from '@/lib/aws/errors'

/** A parameter that is a whole number, or nothing. */
export function numberOf(parameters: ReadonlyMap<string, string>, name: string): number | undefined {
  const text = parameters.get(name)
  if (text === undefined || text === '') return undefined
  if (!/^\d{1,10}$/.test(text))
    throw new AwsError('InvalidArgument', 400, `Provided ${name} not an integer or within integer range`)
  return Number(text)
}
