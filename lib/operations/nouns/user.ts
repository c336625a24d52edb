import 'server-only'
import { iamArn } from '@/lib/aws/arn'
import { type AwsError, entityAlreadyExists, noSuchEntity } from '@/lib/aws/errors'
import type { User } from '@/lib/store/users'
import type { Noun } from '../bindings'

export const userArn = (account: string, user: { name: string; path: string }) =>
  iamArn(account, 'user', user.name, user.path)

export const noSuchUser = (name: string): AwsError => noSuchEntity(`The user with name ${name} cannot be found.`)

/** The user that the input names. */
export const user: Noun<{ UserName: string; Path?: string }, User> = {
  name: 'user',
  find: ({ store, input }) => store.users.find(input.UserName),
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
  taken: ({ input }) => entityAlreadyExists(`User with name ${input.UserName} already exists.`),
}

/**
 * The user that the input names, or the caller where it names none. Root without a name means root itself, which is no
 * user: `find` gives null and the operation says what that means.
 */
export const userOrCaller: Noun<{ UserName?: string }, User> = {
  name: 'user',
  find: ({ store, input, caller }) => {
    if (input.UserName !== undefined) return store.users.find(input.UserName)
    return caller.kind === 'user' ? store.users.get(caller.userId) : Promise.resolve(null)
  },
  target(subject) {
    const { input, caller, found } = subject
    const name = input.UserName ?? (caller.kind === 'user' ? caller.userName : undefined)
    if (name === undefined) return { arn: caller.arn, display: caller.arn, account: caller.account }
    return user.target({ caller, found, input: { UserName: name } })
  },
  missing: ({ input, caller }) =>
    input.UserName === undefined && caller.kind === 'root'
      ? noSuchEntity('The root user has no entry of this kind.')
      : noSuchUser(input.UserName ?? (caller.kind === 'user' ? caller.userName : 'root')),
  taken: ({ input }) => entityAlreadyExists(`User with name ${input.UserName} already exists.`),
}
