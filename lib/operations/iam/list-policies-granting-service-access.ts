import 'server-only'
import { z } from 'zod'
import { bindingsOf } from '@/lib/access/gather'
import { may } from '@/lib/access/question'
import { actionCatalogue } from '@/lib/aws/catalogue/actions'
import { GrantedServices } from '@/lib/policy/granted-services'
import type { PolicySource as Document } from '@/lib/policy/types'
import { operation } from '../define'
import { policyHolder } from '../nouns/access-subject'
import type { PolicySource } from '../nouns/policy-source'
import { cutPage, more, pageRequest } from '../paging'
import { arn, paging, serviceNamespace } from '../shapes'

export const listPoliciesGrantingServiceAccess = operation({
  service: 'iam',
  name: 'ListPoliciesGrantingServiceAccess',
  summary: 'List the policies by which a user, group or role can use each of some services.',
  kind: 'read',
  input: z.object({
    Arn: arn,
    ServiceNamespaces: z
      .array(serviceNamespace)
      .min(1, 'Member must have length greater than or equal to 1')
      .max(200, 'Member must have length less than or equal to 200'),
    Marker: paging.Marker,
  }),
  on: policyHolder,
  ask: ({ target }) => [may('iam:ListPoliciesGrantingServiceAccess', target)],
  run: async ({ input, found, caller, store }) => {
    const { policies } = await bindingsOf(found.type, found.id, caller, store)
    const granting = policies.identity.entries.map(({ source, policy }) => ({
      shape: policyShape(source, found),
      services: new GrantedServices([policy], actionCatalogue()),
    }))
    const page = cutPage([...new Set(input.ServiceNamespaces)].toSorted(), pageRequest(input), (namespace) => namespace)
    const PoliciesGrantingServiceAccess = page.rows.map((namespace) => ({
      ServiceNamespace: namespace,
      Policies: granting.filter(({ services }) => services.has(namespace)).map(({ shape }) => shape),
    }))
    return { PoliciesGrantingServiceAccess, ...more(page) }
  },
})

/** AWS: managed policies are named by their ARN, inline ones by whom they belong to. */
function policyShape({ id, arn, via }: Document, { type, name }: PolicySource) {
  if (arn !== undefined) return { PolicyName: id, PolicyType: 'MANAGED' as const, PolicyArn: arn }
  const owner = via ? ('GROUP' as const) : ({ user: 'USER', group: 'GROUP', role: 'ROLE' } as const)[type]
  return { PolicyName: id, PolicyType: 'INLINE' as const, EntityType: owner, EntityName: via?.name ?? name }
}
