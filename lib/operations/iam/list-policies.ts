import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { managedPolicies } from '@/lib/aws/catalogue/managed-policies'
import { limits } from '@/lib/aws/limits'
import type { AccountStore } from '@/lib/store/account-store'
import { wholeAccount } from '../bindings'
import { operation } from '../define'
import type { AnyPolicy } from '../nouns/policy'
import { cutPage, more, pageRequest } from '../paging'
import { flag, oneOf, paging, policyPath } from '../shapes'
import { policyShape, unused } from './shapes/policy-shape'

export const listPolicies = operation({
  service: 'iam',
  name: 'ListPolicies',
  summary: 'List managed policies: your own, those of AWS, or both.',
  kind: 'read',
  input: z.object({
    Scope: oneOf(['All', 'AWS', 'Local']).optional(),
    OnlyAttached: flag.optional(),
    PathPrefix: policyPath.optional(),
    PolicyUsageFilter: oneOf(['PermissionsPolicy', 'PermissionsBoundary']).optional(),
    ...paging,
  }),
  on: wholeAccount('policy path /'),
  ask: ({ target, input }) => [
    may('iam:ListPolicies', { ...target, display: `policy path ${input.PathPrefix ?? '/'}` }),
  ],
  run: async ({ input, store }) => {
    const uses = await store.attachments.usage()
    const usage = (any: AnyPolicy) => uses.get(any.policy.arn) ?? unused
    const wanted = (await candidates(store, input.Scope ?? 'All')).filter((any) => {
      const use = usage(any)
      if (input.OnlyAttached && use.attachments === 0) return false
      if (input.PolicyUsageFilter === 'PermissionsPolicy' && use.attachments === 0) return false
      if (input.PolicyUsageFilter === 'PermissionsBoundary' && use.boundaries === 0) return false
      return any.policy.path.startsWith(input.PathPrefix ?? '/')
    })
    const page = cutPage(wanted, pageRequest(input), orderKey)
    return { Policies: page.rows.map((any) => policyShape(any, usage(any))), ...more(page) }
  },
})

const orderKey = (any: AnyPolicy) => `${any.policy.name.toLowerCase()} ${any.owner}`

async function candidates(store: AccountStore, scope: 'All' | 'AWS' | 'Local'): Promise<AnyPolicy[]> {
  const own = scope === 'AWS' ? [] : (await store.policies.list({ limit: limits.PoliciesQuota })).rows
  const aws = scope === 'Local' ? [] : managedPolicies()
  const all: AnyPolicy[] = [
    ...own.map((policy) => ({ owner: 'customer' as const, policy })),
    ...aws.map((policy) => ({ owner: 'aws' as const, policy })),
  ]
  return all.sort((one, other) => (orderKey(one) < orderKey(other) ? -1 : 1))
}
