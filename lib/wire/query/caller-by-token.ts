import 'server-only'
import { identifyBySaml } from '@/lib/caller/saml-identity'
import { identifyByToken } from '@/lib/caller/web-identity'
import { checkInput } from '@/lib/gate/check-input'
import type { Operation } from '@/lib/operations/define'
import { assumeRoleWithSaml } from '@/lib/operations/sts/assume-role-with-saml'
import { assumeRoleWithWebIdentity } from '@/lib/operations/sts/assume-role-with-web-identity'

/**
 * Who calls, where a token among the members says so instead of a signature; null for all other operations. Throws where
 * the token is no good. AWS: such a call leaves no event, because nobody knows whose it was; so strangers cannot fill an
 * account's history.
 */
export async function callerByToken({ service, name }: Operation, input: unknown, now: Date) {
  if (service !== 'sts') return null
  if (name === assumeRoleWithWebIdentity.name) return identifyByToken(checkInput(assumeRoleWithWebIdentity, input), now)
  if (name === assumeRoleWithSaml.name) return identifyBySaml(checkInput(assumeRoleWithSaml, input), now)
  return null
}
