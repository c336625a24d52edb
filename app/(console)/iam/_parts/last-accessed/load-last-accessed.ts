'use server'

import { text } from '@/app/arguments'
import { askAll } from '@/app/ask-all'
import { ask, type Outcome } from '@/app/door'
import type { Refusal } from '@/app/refusal'
import { nameInArn } from '@/lib/aws/arn'
import type { OutputOf } from '@/lib/operations/define'
import { generateServiceLastAccessedDetails } from '@/lib/operations/iam/generate-service-last-accessed-details'
import { getServiceLastAccessedDetails } from '@/lib/operations/iam/get-service-last-accessed-details'
import { listPoliciesGrantingServiceAccess } from '@/lib/operations/iam/list-policies-granting-service-access'

/** A use, or null where there was none. */
type LastUse = { at: string | null }

export type GrantingPolicy = { name: string; arn?: string }

export type ServiceUse = LastUse & {
  namespace: string
  name: string
  /** The policies that grant it, or why they may not be told. */
  policies: GrantingPolicy[] | Refusal
  /** Only of services whose actions are tracked one by one. */
  actions?: (LastUse & { name: string })[]
}

/** Has a report made of the services that a user, group or role may use, and reads it. */
export async function loadLastAccessed(givenArn: string): Promise<Outcome<ServiceUse[]>> {
  const arn = text(givenArn)
  const job = await ask(generateServiceLastAccessedDetails, { Arn: arn, Granularity: 'ACTION_LEVEL' })
  if (!job.ok) return job
  const report = await ask(getServiceLastAccessedDetails, { JobId: job.value.JobId, MaxItems: 1000 })
  if (!report.ok) return report
  const services = report.value.ServicesLastAccessed
  const policies = await grantingPolicies(
    arn,
    services.map((service) => service.ServiceNamespace),
  )
  return { ok: true, value: services.map((service) => serviceUse(service, policies)) }
}

type Service = OutputOf<typeof getServiceLastAccessedDetails>['ServicesLastAccessed'][number]

const when = (date: Date | undefined) => date?.toISOString() ?? null

function serviceUse(service: Service, policies: Map<string, GrantingPolicy[]> | Refusal): ServiceUse {
  const actions = 'TrackedActionsLastAccessed' in service ? service.TrackedActionsLastAccessed : undefined
  return {
    namespace: service.ServiceNamespace,
    name: service.ServiceName,
    at: 'LastAuthenticated' in service ? when(service.LastAuthenticated) : null,
    policies: policies instanceof Map ? (policies.get(service.ServiceNamespace) ?? []) : policies,
    actions: actions?.map((action) => ({
      name: action.ActionName,
      at: 'LastAccessedTime' in action ? when(action.LastAccessedTime) : null,
    })),
  }
}

/** By service. AWS: one call asks about 200 services at most, and its answer comes in pages. */
async function grantingPolicies(Arn: string, namespaces: readonly string[]) {
  const found = new Map<string, GrantingPolicy[]>()
  for (let first = 0; first < namespaces.length; first += 200) {
    const ServiceNamespaces = namespaces.slice(first, first + 200)
    const granting = await askAll(
      listPoliciesGrantingServiceAccess,
      { Arn, ServiceNamespaces },
      ({ PoliciesGrantingServiceAccess }) => PoliciesGrantingServiceAccess,
    )
    if (!granting.ok) return granting.refusal
    for (const { ServiceNamespace, Policies } of granting.value) {
      found.set(ServiceNamespace, Policies.map(grantingPolicy))
    }
  }
  return found
}

const grantingPolicy = (policy: { PolicyName: string; PolicyArn?: string }): GrantingPolicy => ({
  name: policy.PolicyArn ? nameInArn(policy.PolicyArn) : policy.PolicyName,
  arn: policy.PolicyArn,
})
