import 'server-only'
import type { SignedCaller } from '@/lib/access/caller'
import { validationError } from '@/lib/aws/errors'
import { ranges } from '@/lib/aws/limits'
import type { Role } from '@/lib/store/roles'

/** The seconds that a role session lasts; throws where the role, or a chain of roles, does not allow as many. */
export function demandDuration(
  asked: number | undefined,
  role: Pick<Role, 'maxSessionDuration'>,
  caller: SignedCaller | null,
): number {
  const seconds = asked ?? ranges.assumeRole.default
  if (caller?.kind === 'role' && seconds > ranges.chainedRole.max) {
    throw validationError(
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
    )
  }
  if (seconds <= role.maxSessionDuration) return seconds
  throw validationError('The requested DurationSeconds exceeds the MaxSessionDuration set for this role.')
}
