import 'server-only'
import { z } from 'zod'
import { may, tagContext } from '@/lib/access/question'
import { quotaExceeded } from '@/lib/aws/errors'
import { limits } from '@/lib/aws/limits'
import { absent } from '../bindings'
import { operation } from '../define'
import { instanceProfile } from '../nouns/instance-profile'
import { distinctTags } from '../nouns/tags'
import { instanceProfileName, path, tags } from '../shapes'
import { instanceProfileShape } from './shapes/instance-profile-shape'

export const createInstanceProfile = operation({
  service: 'iam',
  name: 'CreateInstanceProfile',
  summary: 'Create an instance profile, which carries a role to EC2 instances.',
  kind: 'write',
  input: z.object({ InstanceProfileName: instanceProfileName, Path: path.optional(), Tags: tags.optional() }),
  on: absent(instanceProfile),
  // AWS: tagging at creation asks for iam:TagInstanceProfile as well (IAM user guide, "Tags for IAM resources").
  ask: ({ target, input }) => {
    const create = may('iam:CreateInstanceProfile', target, tagContext(input.Tags))
    return input.Tags?.length ? [create, may('iam:TagInstanceProfile', target, tagContext(input.Tags))] : [create]
  },
  run: async ({ input, store, now }) => {
    const { InstanceProfilesQuota: quota } = limits
    if ((await store.instanceProfiles.count()) >= quota) throw quotaExceeded('InstanceProfilesPerAccount', quota)
    const Tags = distinctTags(input.Tags ?? [], 'exact')
    const created = await store.instanceProfiles.create({
      name: input.InstanceProfileName,
      path: input.Path ?? '/',
      createdAt: now,
    })
    await store.tags.put('instance-profile', created.id, Tags)
    const InstanceProfile = await instanceProfileShape(store, created)
    return { InstanceProfile: { ...InstanceProfile, ...(Tags.length > 0 && { Tags: [...Tags] }) } }
  },
})
