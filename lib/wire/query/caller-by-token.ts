import 'server-only'
import { isAwsError } from '@/lib/aws/errors'
import { identifyBySaml } from '@/lib/caller/saml-identity'
import { identifyByToken } from '@/lib/caller/web-identity'
import { checkInput } from '@/lib/gate/check-input'
import { recordStranger, type StrangersCall } from '@/lib/gate/record'
import type { Stranger } from '@/lib/gate/user-identity'
import type { Operation, Surroundings } from '@/lib/operations/define'
import { assumeRoleWithSaml } from '@/lib/operations/sts/assume-role-with-saml'
import { assumeRoleWithWebIdentity } from '@/lib/operations/sts/assume-role-with-web-identity'

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

async function identified<Caller>(
  type: Stranger['type'],
  roleArn: string,
  call: StrangersCall,
  identify: () => Promise<Caller>,
): Promise<Caller> {
  try {
    return await identify()
  } catch (error) {
    if (isAwsError(error)) await recordStranger(type, roleArn, call, error)
    throw error
  }
}
