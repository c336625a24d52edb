import 'server-only'
import { AwsError } from '@/lib/aws/errors'
import type { Refusal } from '../sigv4/refusal'

const invalidToken = () =>
  new AwsError('InvalidClientTokenId', 403, 'The security token included in the request is invalid.')
const wrongSignature = (message: string) => new AwsError('SignatureDoesNotMatch', 403, message)

/** AWS's answer to a signature that is not believed, where the Query protocol is spoken. */
export function refuse(refusal: Refusal): AwsError {
  switch (refusal.kind) {
    case 'unsigned':
      return new AwsError('MissingAuthenticationToken', 403, 'Request is missing Authentication Token')
    case 'malformed':
    case 'chunk':
      return new AwsError('IncompleteSignature', 400, refusal.message)
    case 'unknown-key':
    case 'token':
      return invalidToken()
    case 'expired-token':
      return new AwsError('ExpiredToken', 403, 'The security token included in the request is expired')
    case 'skewed':
    case 'expired':
      return wrongSignature(refusal.message)
    case 'unsigned-header':
      return wrongSignature(`The header ${refusal.name} is in the request and was not signed.`)
    case 'mismatch':
    case 'payload':
      return wrongSignature(
        'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
      )
  }
}
