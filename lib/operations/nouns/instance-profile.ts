import 'server-only'
import { iamArn } from '@/lib/aws/arn'
import { type AwsError, entityAlreadyExists, noSuchEntity } from '@/lib/aws/errors'
import type { Tag } from '@/lib/aws/tag'
import type { InstanceProfile } from '@/lib/store/instance-profiles'
import type { Noun } from '../bindings'

/** An instance profile with the tags that policies may ask about. */
export type TaggedProfile = InstanceProfile & { tags: readonly Tag[] }

export const instanceProfileArn = (account: string, profile: { name: string; path: string }) =>
  iamArn(account, 'instance-profile', profile.name, profile.path)

const noSuchProfile = (name: string): AwsError => noSuchEntity(`Instance Profile ${name} cannot be found.`)

/** The instance profile that the input names. */
export const instanceProfile: Noun<{ InstanceProfileName: string; Path?: string }, TaggedProfile> = {
  name: 'instance profile',
  find: async ({ store, input }) => {
    const found = await store.instanceProfiles.find(input.InstanceProfileName)
    return found && { tags: await store.tags.list('instance-profile', found.id), ...found }
  },
  target({ input, caller, found }) {
    const { name, path } = found ?? { name: input.InstanceProfileName, path: input.Path ?? '/' }
    return {
      arn: instanceProfileArn(caller.account, { name, path }),
      display: `instance profile ${input.InstanceProfileName}`,
      account: caller.account,
      tags: found?.tags,
    }
  },
  missing: ({ input }) => noSuchProfile(input.InstanceProfileName),
  taken: ({ input }) => entityAlreadyExists(`Instance Profile ${input.InstanceProfileName} already exists.`),
}
