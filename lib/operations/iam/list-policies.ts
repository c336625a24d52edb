import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { type ManagedPolicy, managedPolicies } from '@/lib/aws/catalogue/managed-policies'
import type { AccountStore } from '@/lib/store/account-store'
import type { PolicyUse } from '@/lib/store/attachments'
import type { Policy } from '@/lib/store/policies'
import { wholeAccount } from '../bindings'
import { operation } from '../define'
import type { AnyPolicy } from '../nouns/policy'
import { more, type PageRequest, pageRequest } from '../paging'
import { flag, oneOf, paging, policyPath } from '../shapes'
import { policyShape, unused } from './shapes/policy-shape'

const input = z.object({
  Scope: oneOf(['All', 'AWS', 'Local']).optional(),
  OnlyAttached: flag.optional(),
  PathPrefix: policyPath.optional(),
  PolicyUsageFilter: oneOf(['PermissionsPolicy', 'PermissionsBoundary']).optional(),
  ...paging,
})

type Input = z.output<typeof input>

export const listPolicies = operation({
  service: 'iam',
  name: 'ListPolicies',
  summary: 'List managed policies: your own, those of AWS, or both.',
  kind: 'read',
  input,
  on: wholeAccount(),
  ask: ({ target, input }) => [
    may('iam:ListPolicies', { ...target, display: `policy path ${input.PathPrefix ?? '/'}` }),
  ],
  run: async ({ input, store }) => {
    const { after, limit } = pageRequest(input)
    const isFiltered = input.OnlyAttached || input.PolicyUsageFilter !== undefined
    // Asking for the use of many policies by name costs more than asking for all that are used.
    const uses = isFiltered || limit > 100 ? await store.attachments.usage() : null
    const isWanted = (any: AnyPolicy) => !isFiltered || isUsed(uses?.get(any.policy.arn) ?? unused, input)
    const page = await take(listed(store, input, { after, limit: isFiltered ? 1000 : limit }), isWanted, limit)
    const shown = uses ?? (await store.attachments.usage(page.rows.map((any) => any.policy.arn)))
    return { Policies: page.rows.map((any) => policyShape(any, shown.get(any.policy.arn))), ...more(page) }
  },
})

function isUsed({ attachments, boundaries }: PolicyUse, { OnlyAttached, PolicyUsageFilter }: Input) {
  if (mustBeAttached({ OnlyAttached, PolicyUsageFilter }) && attachments === 0) return false
  return PolicyUsageFilter !== 'PermissionsBoundary' || boundaries > 0
}

const mustBeAttached = ({ OnlyAttached, PolicyUsageFilter }: Input) =>
  OnlyAttached === true || PolicyUsageFilter === 'PermissionsPolicy'

const orderName = (policy: { name: string }) => policy.name.toLowerCase()

/**
 * Everything behind the marker, by name without regard to case; where both have a name, one's own comes before AWS's. Two
 * sorted lists are merged and only read as far as the page goes.
 */
async function* listed(store: AccountStore, input: Input, { after, limit }: PageRequest) {
  const { Scope, PathPrefix = '/' } = input
  const [name, owner] = after?.split(' ') ?? []
  const isBehind = (policy: ManagedPolicy) =>
    name === undefined || orderName(policy) > name || (owner === 'customer' && orderName(policy) === name)
  const aws = Scope === 'Local' ? [] : managedPolicies()
  let place = aws.findIndex(isBehind)
  if (place < 0) place = aws.length
  const query = { pathPrefix: PathPrefix, onlyAttached: mustBeAttached(input), after: name, limit }
  const own = Scope === 'AWS' ? [] : ownPolicies(store, query)
  for await (const policy of own) {
    for (; isBefore(aws[place], policy); place++) yield* awsPolicy(aws[place], PathPrefix)
    yield { owner: 'customer' as const, policy }
  }
  for (; place < aws.length; place++) yield* awsPolicy(aws[place], PathPrefix)
}

const isBefore = (aws: ManagedPolicy | undefined, own: Policy) => aws !== undefined && orderName(aws) < orderName(own)

function* awsPolicy(policy: ManagedPolicy | undefined, pathPrefix: string) {
  if (policy?.path.startsWith(pathPrefix)) yield { owner: 'aws' as const, policy }
}

type OwnQuery = Parameters<AccountStore['policies']['list']>[0]

async function* ownPolicies(store: AccountStore, query: OwnQuery) {
  for (let after: string | null | undefined = query.after; after !== null; ) {
    const page = await store.policies.list({ ...query, after })
    yield* page.rows
    after = page.next
  }
}

async function take(all: AsyncIterable<AnyPolicy>, isWanted: (any: AnyPolicy) => boolean, limit: number) {
  const rows: AnyPolicy[] = []
  for await (const any of all) {
    if (!isWanted(any)) continue
    const last = rows[limit - 1]
    if (last) return { rows, next: `${orderName(last.policy)} ${last.owner}` }
    rows.push(any)
  }
  return { rows, next: null }
}
