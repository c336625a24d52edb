import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { deleteConflict } from '@/lib/aws/errors'
import type { AccountStore } from '@/lib/store/account-store'
import { existing } from '../bindings'
import { operation } from '../define'
import { user } from '../nouns/user'
import { userName } from '../shapes'

export const deleteUser = operation({
  service: 'iam',
  name: 'DeleteUser',
  summary: 'Delete a user that nothing hangs on any more.',
  kind: 'write',
  input: z.object({ UserName: userName }),
  on: existing(user),
  ask: ({ target }) => [may('iam:DeleteUser', target)],
  run: async ({ found, store }) => {
    for (const { isThere, advice } of leftovers) {
      if (await isThere(store, found.id)) throw deleteConflict(`Cannot delete entity, must ${advice} first.`)
    }
    await store.users.delete(found.id)
    return {}
  },
})

type Leftover = { isThere(store: AccountStore, id: string): Promise<boolean>; advice: string }

/** What must be gone before, in the order in which it is named. Tags, the boundary and sessions go with the user. */
const leftovers: readonly Leftover[] = [
  { isThere: async (store, id) => (await store.attachments.count('user', id)) > 0, advice: 'detach all policies' },
  { isThere: async (store, id) => (await store.inlinePolicies.count('user', id)) > 0, advice: 'delete policies' },
  { isThere: async (store, id) => (await store.groups.countOfUser(id)) > 0, advice: 'remove users from group' },
  { isThere: async (store, id) => (await store.loginProfiles.find(id)) !== null, advice: 'delete login profile' },
  { isThere: async (store, id) => (await store.accessKeys.count(id)) > 0, advice: 'delete access keys' },
  { isThere: async (store, id) => (await store.mfaDevices.countOf(id)) > 0, advice: 'delete MFA device' },
  // AWS: these words, seen by people who delete users with tools that forget certificates and SSH keys.
  { isThere: async (store, id) => (await store.signingCertificates.count(id)) > 0, advice: 'delete certificates' },
  { isThere: async (store, id) => (await store.sshPublicKeys.count(id)) > 0, advice: 'remove referenced objects' },
  { isThere: async (store, id) => (await store.serviceCredentials.count(id)) > 0, advice: 'remove referenced objects' },
]
