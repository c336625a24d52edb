import 'server-only'
import { AwsError } from '@/lib/aws/errors'
import { sealToken, unsealToken } from '@/lib/secrets/token'

const purpose = 'authorization-message'

/** Why a call was refused, as services tell it that do not want everybody to read it. */
export type AuthorizationMessage = {
  allowed: boolean
  explicitDeny: boolean
  matchedStatements: { items: object[] }
  failures: { items: object[] }
  context: {
    principal: { id: string; name: string; arn: string }
    action: string
    resource: string
    conditions: object
  }
}

/** The message as clients get it: readable by DecodeAuthorizationMessage alone, and in its own account alone. */
export const encodeAuthorizationMessage = (account: string, message: AuthorizationMessage): string =>
  sealToken({ account, message }, purpose)

/** The message as JSON; throws where it was not encoded here, for this account. */
export function openAuthorizationMessage(account: string, encoded: string): string {
  const sealed = unsealToken(encoded, purpose) as { account: string; message: AuthorizationMessage } | null
  if (sealed?.account === account) return JSON.stringify(sealed.message)
  throw new AwsError('InvalidAuthorizationMessageException', 400, 'Message is not valid.')
}
