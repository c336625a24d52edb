import 'server-only'
import type { SignedCaller } from '@/lib/access/caller'
import { iamArn } from '@/lib/aws/arn'
import { type AwsError, entityAlreadyExists, noSuchEntity, validationError } from '@/lib/aws/errors'
import type { Tag } from '@/lib/aws/tag'
import type { User } from '@/lib/store/users'
import type { Noun } from '../bindings'

/** A user with the tags that policies may ask about. */
export type TaggedUser = User & { tags: readonly Tag[] }

export const userArn = (account: string, user: { name: string; path: string }) =>
  iamArn(account, 'user', user.name, user.path)

export const noSuchUser = (name: string): AwsError => noSuchEntity(`The user with name ${name} cannot be found.`)

export const userTaken = (name: string): AwsError => entityAlreadyExists(`User with name ${name} already exists.`)

/** The user that the input names. */
export const user: Noun<{ UserName: string; Path?: string }, TaggedUser> = {
  name: 'user',
  find: ({ store, input }) => store.users.findTagged({ name: input.UserName }),
  target({ input, caller, found }) {
    const { name, path } = found ?? { name: input.UserName, path: input.Path ?? '/' }
    return {
      arn: userArn(caller.account, { name, path }),
      display: `user ${input.UserName}`,
      account: caller.account,
      tags: found?.tags,
    }
  },
  missing: ({ input }) => noSuchUser(input.UserName),
  taken: ({ input }) => userTaken(input.UserName),
}

/** The user that the input names, or the caller where it names none; null for root, who is no user. */
export const userOrCaller: Noun<{ UserName?: string }, TaggedUser> = {
  name: 'user',
  find: async ({ store, input, caller }) => {
    if (input.UserName !== undefined) return store.users.findTagged({ name: input.UserName })
    if (caller.kind === 'user') return store.users.findTagged({ id: caller.userId })
    // AWS: a session belongs to no user, and IAM says so before it asks any policy (validated recordings).
    if (caller.kind !== 'root') throw validationError('Must specify userName when calling with non-User credentials')
    return null
  },
  target: ({ input, caller, found }) => targetOf(input.UserName ?? nameOf(caller), caller, found),
  missing: ({ input, caller }) => noSuchUser(input.UserName ?? nameOf(caller) ?? 'root'),
  taken: ({ input }) => userTaken(input.UserName ?? 'root'),
}

/** Who may have access keys: a user, or root where root names nobody. Root's rows carry the account as their owner. */
export type Owner = { id: string; name: string | undefined; user: TaggedUser | null }

/** The owner that the input names, or the caller itself. */
export const owner: Noun<{ UserName?: string }, Owner> = {
  name: 'user',
  find: async (subject) => {
    const { input, caller } = subject
    if (input.UserName === undefined && caller.kind === 'root') {
      return { id: caller.account, name: undefined, user: null }
    }
    const found = await userOrCaller.find(subject)
    return found && { id: found.id, name: found.name, user: found }
  },
  target: ({ found, ...subject }) => userOrCaller.target({ found: found?.user ?? null, ...subject }),
  missing: userOrCaller.missing,
  taken: userOrCaller.taken,
}

const nameOf = (caller: SignedCaller) => (caller.kind === 'user' ? caller.userName : undefined)

function targetOf(name: string | undefined, caller: SignedCaller, found: TaggedUser | null) {
  if (name === undefined) return { arn: caller.arn, display: caller.arn, account: caller.account }
  return user.target({ caller, found, input: { UserName: name } })
}
