import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { iamArn } from '@/lib/aws/arn'
import type { Account } from '@/lib/store/account'
import type { ListedMfaDevice } from '@/lib/store/mfa-devices'
import { pathList } from '../bindings'
import { operation } from '../define'
import { more, pageRequest } from '../paging'
import { oneOf, paging } from '../shapes'
import { listedUser } from './shapes/user-shape'

export const listVirtualMfaDevices = operation({
  service: 'iam',
  name: 'ListVirtualMFADevices',
  summary: 'List the virtual MFA devices of the account, and who has them.',
  kind: 'read',
  input: z.object({ AssignmentStatus: oneOf(['Assigned', 'Unassigned', 'Any']).optional(), ...paging }),
  on: pathList('mfa'),
  ask: ({ target }) => [may('iam:ListVirtualMFADevices', target)],
  run: async ({ input, store }) => {
    const assigned = { Assigned: true, Unassigned: false, Any: undefined }[input.AssignmentStatus ?? 'Any']
    const page = await store.mfaDevices.list({ assigned, ...pageRequest(input) })
    const account = await store.account.get()
    return { VirtualMFADevices: page.rows.map((device) => listedDevice(account, device)), ...more(page) }
  },
})

// AWS: neither the seed nor the picture nor tags; they come with the creation and with ListMFADeviceTags.
function listedDevice(account: Account, { serial, userId, user, enabledAt }: ListedMfaDevice) {
  if (userId === null || enabledAt === null) return { SerialNumber: serial }
  return {
    SerialNumber: serial,
    EnableDate: enabledAt,
    User: user ? listedUser(account.id, user) : rootShape(account),
  }
}

// AWS: root's device tells root as a user without a name. The name `root-account-mfa-device` is what its console once gave
// to such devices; ours have the names that they were given.
function rootShape({ id, createdAt, rootPasswordLastUsedAt }: Account) {
  const root = { Path: '/', UserName: '', UserId: id, Arn: iamArn(id, 'root', '', ''), CreateDate: createdAt }
  return rootPasswordLastUsedAt ? { ...root, PasswordLastUsed: rootPasswordLastUsedAt } : root
}
