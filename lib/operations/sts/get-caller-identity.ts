import 'server-only'
import { z } from 'zod'
import { principalId } from '@/lib/access/caller'
import { may } from '@/lib/access/question'
import { wholeAccount } from '../bindings'
import { operation } from '../define'

// AWS: nobody needs a permission for this, and no Deny stops it; the engine knows.
export const getCallerIdentity = operation({
  service: 'sts',
  name: 'GetCallerIdentity',
  summary: 'Tell whose credentials these are.',
  kind: 'read',
  input: z.object({}),
  on: wholeAccount(),
  ask: ({ target }) => [may('sts:GetCallerIdentity', target)],
  run: async ({ caller }) => ({ UserId: principalId(caller), Account: caller.account, Arn: caller.arn }),
})
