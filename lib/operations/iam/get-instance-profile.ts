import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { instanceProfile } from '../nouns/instance-profile'
import { instanceProfileName } from '../shapes'
import { instanceProfileShape } from './shapes/instance-profile-shape'

export const getInstanceProfile = operation({
  service: 'iam',
  name: 'GetInstanceProfile',
  summary: 'Get an instance profile with its role.',
  kind: 'read',
  input: z.object({ InstanceProfileName: instanceProfileName }),
  on: existing(instanceProfile),
  ask: ({ target }) => [may('iam:GetInstanceProfile', target)],
  // AWS: `Tags` is there even if it is empty.
  run: async ({ found, store }) => ({
    InstanceProfile: { ...(await instanceProfileShape(store, found)), Tags: [...found.tags] },
  }),
})
