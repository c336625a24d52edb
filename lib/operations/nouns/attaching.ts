import 'server-only'
import { nameInArn } from '@/lib/aws/arn'
import { findManagedPolicy } from '@/lib/aws/catalogue/managed-policies'
import { noSuchEntity, quotaExceeded } from '@/lib/aws/errors'
import { limits } from '@/lib/aws/limits'
import type { AccountStore } from '@/lib/store/account-store'
import type { EntityType } from '@/lib/store/attachments'
import { cutPage, more, pageRequest } from '../paging'
import { demandInlineDocument } from './document'
import { attachablePolicy } from './policy'

const quotas: Record<EntityType, [name: string, limit: number]> = {
  user: ['PoliciesPerUser', limits.AttachedPoliciesPerUserQuota],
  group: ['PoliciesPerGroup', limits.AttachedPoliciesPerGroupQuota],
  role: ['PoliciesPerRole', limits.AttachedPoliciesPerRoleQuota],
}

/** Attaches a managed policy. Attaching one that is there already changes nothing, as in AWS. */
export async function attach(store: AccountStore, kind: EntityType, entityId: string, policyArn: string, at: Date) {
  await attachablePolicy(store, policyArn)
  const attached = await store.attachments.list(kind, entityId)
  if (attached.includes(policyArn)) return
  const [quota, limit] = quotas[kind]
  if (attached.length >= limit) throw quotaExceeded(quota, limit)
  await store.attachments.attach(kind, entityId, policyArn, at)
}

export async function detach(store: AccountStore, kind: EntityType, entityId: string, policyArn: string) {
  const wasAttached = await store.attachments.detach(kind, entityId, policyArn)
  if (!wasAttached) throw noSuchEntity(`Policy ${policyArn} was not found.`)
}

type AttachedQuery = { PathPrefix?: string; Marker?: string; MaxItems?: number }

/** The managed policies of one entity, as AWS lists them. */
export async function listAttached(store: AccountStore, kind: EntityType, entityId: string, query: AttachedQuery) {
  const arns = (await store.attachments.list(kind, entityId)).filter((arn) =>
    pathOf(arn).startsWith(query.PathPrefix ?? '/'),
  )
  const page = cutPage(arns.toSorted(), pageRequest(query), (arn) => arn)
  return { AttachedPolicies: page.rows.map(attachedPolicy), ...more(page) }
}

/** A managed policy as lists of what is attached name it. */
export const attachedPolicy = (PolicyArn: string) => ({
  PolicyName: findManagedPolicy(PolicyArn)?.name ?? nameInArn(PolicyArn),
  PolicyArn,
})

const pathOf = (arn: string) => arn.slice(arn.indexOf(':policy') + ':policy'.length, arn.lastIndexOf('/') + 1)

/** The names of one entity's inline policies, as AWS lists them. */
export async function listInline(
  store: AccountStore,
  kind: EntityType,
  entityId: string,
  query: { Marker?: string; MaxItems?: number },
) {
  const names = (await store.inlinePolicies.list(kind, entityId)).map((policy) => policy.name)
  const page = cutPage(names.toSorted(), pageRequest(query), (name) => name)
  return { PolicyNames: page.rows, ...more(page) }
}

/** Adds an inline policy or replaces the one of that name; the sum of all must stay within the owner's quota. */
export async function putInline(
  store: AccountStore,
  kind: EntityType,
  owner: { id: string; name: string },
  policy: { name: string; document: string; at: Date },
) {
  const others = (await store.inlinePolicies.list(kind, owner.id)).filter(({ name }) => name !== policy.name)
  demandInlineDocument(
    kind,
    owner.name,
    policy.document,
    others.map(({ document }) => document),
  )
  await store.inlinePolicies.put(kind, owner.id, policy)
}

/** One inline policy; throws AWS's sentence where there is none of that name. */
export async function getInline(store: AccountStore, kind: EntityType, entityId: string, name: string) {
  const found = await store.inlinePolicies.find(kind, entityId, name)
  if (!found) throw noSuchInlinePolicy(kind, name)
  return found
}

export const noSuchInlinePolicy = (kind: EntityType, name: string) =>
  noSuchEntity(`The ${kind} policy with name ${name} cannot be found.`)
