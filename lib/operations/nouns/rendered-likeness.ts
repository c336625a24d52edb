import 'server-only'
import type { AccountStore } from '@/lib/store/account-store'
import type { RenderedRole } from './rendered-role'
import { type TaggedRole, trustDocument } from './role'

/** Whether the role still has the trust policy, policies, boundary and tags that the template gave it. */
export async function isAsRendered(store: AccountStore, role: TaggedRole, wanted: RenderedRole): Promise<boolean> {
  const likeness = likenessOf({
    AssumeRolePolicyDocument: await trustDocument(store, role),
    PermissionsBoundary: role.boundaryArn ?? undefined,
    Tags: role.tags.map(({ Key, Value }) => ({ Key, Value })),
    managedPolicyArns: await store.attachments.list('role', role.id),
    inlinePolicies: await store.inlinePolicies.list('role', role.id),
  })
  return likeness === likenessOf(wanted)
}

type Compared = Pick<RenderedRole, 'AssumeRolePolicyDocument' | 'PermissionsBoundary' | 'managedPolicyArns'> &
  Pick<RenderedRole, 'Tags' | 'inlinePolicies'>

function likenessOf(role: Compared): string {
  return canonical({
    trust: JSON.parse(role.AssumeRolePolicyDocument),
    boundary: role.PermissionsBoundary ?? null,
    tags: role.Tags ?? [],
    managed: role.managedPolicyArns,
    inline: role.inlinePolicies.map(({ name, document }) => ({ name, document: JSON.parse(document) })),
  })
}

/** JSON that does not tell the order of members and lists. AWS: nor a lone value from a list of one (recorded answers). */
function canonical(value: unknown): string {
  if (Array.isArray(value)) {
    const items = value.map(canonical)
    return items.length === 1 ? (items[0] ?? '') : `[${items.sort().join()}]`
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`)
  return `{${members.sort().join()}}`
}
