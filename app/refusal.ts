import type { Denial } from '@/components/console/denial'
import type { AwsError } from '@/lib/aws/errors'
import type { Operation } from '@/lib/operations/define'
import { whyHref } from './why-address'

/** An AwsError as plain data, so that it can cross to the browser. */
export type Refusal = {
  code: string
  message: string
  /** The operation that refused: `GetGroup`. */
  call?: string
  /** Only for a refusal by policy: the facts of the denial box. */
  denial?: Denial
}

/** What a page may show of an error. */
export function refusalOf(
  { code, message, denial }: Pick<AwsError, 'code' | 'message' | 'denial'>,
  call: Call,
): Refusal {
  const refusal = { code, message, call: call.operation.name }
  return denial ? { ...refusal, denial: denialOf(denial, message, call) } : refusal
}

/** The call that was refused. */
export type Call = { operation: Pick<Operation, 'service' | 'name' | 'kind'>; input: unknown }

/** The engine's refusal as the console's furniture draws it. */
export function denialOf(denial: NonNullable<AwsError['denial']>, message: string, call?: Call): Denial {
  const { principalArn, action, resource, reason, decision } = denial
  const deny = decision.matched.find((statement) => statement.effect === 'Deny')
  return {
    userArn: principalArn,
    service: action.split(':', 1)[0] ?? '',
    action,
    resource: resource === '*' ? undefined : resource,
    context: reason,
    kind: decision.effect === 'explicitDeny' ? 'explicit' : 'implicit',
    policy: deny?.source.arn ?? deny?.source.id,
    message,
    whyHref: call && whyHref(call.operation, call.input, action),
  }
}
