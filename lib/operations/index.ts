import 'server-only'
import { validatePolicy } from './access-analyzer/validate-policy'
import { lookupEvents } from './cloudtrail/lookup-events'
import type { Operation } from './define'
import { iamOperations } from './iam'
import { s3Operations } from './s3'
import { stsOperations } from './sts'

/** Everything the system can do. The list is erased: whoever knows the operation imports it from its own file. */
export const operations: readonly Operation[] = [
  ...iamOperations,
  ...stsOperations,
  ...s3Operations,
  lookupEvents,
  validatePolicy,
]

const byName = new Map(operations.map((operation) => [`${operation.service} ${operation.name}`, operation]))

/** The operation of that service and name, for those who know names only: the wire and the labs. */
export function findOperation(service: string, name: string): Operation | undefined {
  return byName.get(`${service} ${name}`)
}
