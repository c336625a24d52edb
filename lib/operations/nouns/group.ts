import 'server-only'
import { iamArn } from '@/lib/aws/arn'
import { type AwsError, entityAlreadyExists, noSuchEntity } from '@/lib/aws/errors'
import type { Group } from '@/lib/store/groups'
import type { Noun } from '../bindings'

export const groupArn = (account: string, group: { name: string; path: string }) =>
  iamArn(account, 'group', group.name, group.path)

export const groupTaken = (name: string): AwsError => entityAlreadyExists(`Group with name ${name} already exists.`)

export const noSuchGroup = (name: string): AwsError => noSuchEntity(`The group with name ${name} cannot be found.`)

/** The group that the input names. Groups have no tags. */
export const group: Noun<{ GroupName: string; Path?: string }, Group> = {
  name: 'group',
  find: ({ store, input }) => store.groups.find(input.GroupName),
  target({ input, caller, found }) {
    const { name, path } = found ?? { name: input.GroupName, path: input.Path ?? '/' }
    return {
      arn: groupArn(caller.account, { name, path }),
      display: `group ${input.GroupName}`,
      account: caller.account,
    }
  },
  missing: ({ input }) => noSuchGroup(input.GroupName),
  taken: ({ input }) => groupTaken(input.GroupName),
}
