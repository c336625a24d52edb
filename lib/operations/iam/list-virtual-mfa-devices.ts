import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { pathList } from '../bindings'
import { operation } from '../define'
import { oneOf, paging } from '../shapes'

export const listVirtualMfaDevices = operation({
  service: 'iam',
  name: 'ListVirtualMFADevices',
  summary: 'List the virtual MFA devices of the account. There can be none yet.',
  kind: 'read',
  input: z.object({ AssignmentStatus: oneOf(['Assigned', 'Unassigned', 'Any']).optional(), ...paging }),
  on: pathList('mfa'),
  ask: ({ target }) => [may('iam:ListVirtualMFADevices', target)],
  run: async () => ({ VirtualMFADevices: [], IsTruncated: false }),
})
