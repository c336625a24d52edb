import 'server-only'
import type { FederatedCaller } from '@/lib/access/caller'
import { parseArn } from '@/lib/aws/arn'
import { isAwsError } from '@/lib/aws/errors'
import { identifyBySaml } from '@/lib/caller/saml-identity'
import { identifyByToken } from '@/lib/caller/web-identity'
import { checkInput } from '@/lib/gate/check-input'
import { type RecordedCall, recordLater } from '@/lib/gate/record'
import type { Stranger } from '@/lib/gate/user-identity'
import type { Operation, Surroundings } from '@/lib/operations/define'
import { assumeRoleWithSaml } from '@/lib/operations/sts/assume-role-with-saml'
import { assumeRoleWithWebIdentity } from '@/lib/operations/sts/assume-role-with-web-identity'
import { read } from '@/lib/store'

type Seen = Omit<RecordedCall, 'caller'>

/**
 * Who calls, where a token among the members says so instead of a signature; null for all other operations. Throws where
 * the token is no good.
 */
export async function callerByToken(operation: Operation, input: unknown, world: Surroundings) {
  const { service, name } = operation
  if (service !== 'sts') return null
  const call = { operation, input, world }
  if (name === assumeRoleWithWebIdentity.name) {
    const presented = checkInput(assumeRoleWithWebIdentity, input)
    return identified('WebIdentityUser', presented.RoleArn, call, () => identifyByToken(presented, world.now))
  }
  if (name === assumeRoleWithSaml.name) {
    const presented = checkInput(assumeRoleWithSaml, input)
    return identified('SAMLUser', presented.RoleArn, call, () => identifyBySaml(presented, world.now))
  }
  return null
}

async function identified(
  type: Stranger['type'],
  roleArn: string,
  call: Seen,
  identify: () => Promise<FederatedCaller>,
): Promise<FederatedCaller> {
  try {
    return await identify()
  } catch (error) {
    const account = await accountOf(roleArn)
    if (account && isAwsError(error)) {
      await recordLater({ ...call, caller: { kind: 'stranger', type, account, arn: null } }, error)
    }
    throw error
  }
}

/** The account that learns of a bad token: whose role was wanted. Nobody's history grows by roles that are not there. */
async function accountOf(roleArn: string): Promise<string | null> {
  const account = parseArn(roleArn)?.account ?? ''
  return (await read(account).abroad.findRole(roleArn)) && account
}
