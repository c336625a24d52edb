import 'server-only'
import { nameInArn } from '@/lib/aws/arn'
import { managedPolicyDocument } from '@/lib/aws/catalogue/managed-policies'
import type { Tag } from '@/lib/aws/tag'
import { type CompiledPolicy, combine, compile, emptySet, type Policies, type PolicySet } from '@/lib/policy'
import type { PolicyKind } from '@/lib/policy/types'
import type { AccountStore } from '@/lib/store/account-store'
import type { EntityType } from '@/lib/store/attachments'
import type { GatheredPolicy } from '@/lib/store/gather'
import { once } from '@/lib/store/slot'
import { type FederatedUser, isFederated, type SessionPolicies, type SignedCaller } from './caller'

/** What binds a caller: its compiled policies and its own tags. */
export type Bindings = { policies: Omit<Policies, 'resource'>; tags: readonly Tag[] }

const rootBindings: Bindings = { policies: { identity: emptySet }, tags: [] }

/**
 * The policies that apply to the caller. Cached by principal and account revision: every write to IAM state makes a new
 * revision, so a cached entry can be old but never wrong.
 */
export async function gather(caller: SignedCaller, store: AccountStore): Promise<Bindings> {
  if (caller.kind === 'root') return rootBindings
  // Nobody's policies speak of it but the trust policy that is asked.
  if (isFederated(caller)) return rootBindings
  if (caller.kind === 'user') return bindingsOf('user', caller.userId, caller, store)
  const principal =
    caller.kind === 'role'
      ? await bindingsOf('role', caller.roleId, caller, store)
      : await issuersBindings(caller, store)
  const { policies, tags } = caller
  if (policies.inline === null && policies.arns.length === 0 && tags.length === 0) return principal
  const { id, issuedAt } = caller.credential
  return cached(`${id} ${issuedAt.getTime()} ${caller.account} ${caller.revision}`, async () => ({
    policies: { ...principal.policies, ...(await sessionLayer(policies, store)) },
    tags: overridden(principal.tags, tags),
  }))
}

type Asker = Pick<SignedCaller, 'account' | 'revision'>

/** The policies and tags of a user, group or role as they are at the asker's revision. */
export function bindingsOf(type: EntityType, id: string, { account, revision }: Asker, store: AccountStore) {
  return cached(`${account} ${id} ${revision}`, async () => {
    const { policies, boundary, tags } = await store.gather(type, id)
    return { policies: bind(policies, boundary), tags }
  })
}

const everything = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
})

/** AWS: a federated user may at most what its issuer may, and root may everything (API reference, GetFederationToken). */
function issuersBindings(caller: FederatedUser, store: AccountStore): Bindings | Promise<Bindings> {
  const { userId } = caller.issuer
  if (userId !== null) return bindingsOf('user', userId, caller, store)
  return { policies: bind([{ source: { id: 'root' }, document: everything }], null), tags: [] }
}

async function cached(key: string, find: () => Promise<Bindings>): Promise<Bindings> {
  const cache = once('bindings', () => new Bounded<string, Bindings>(5_000))
  const known = cache.get(key)
  if (known) return known
  const bindings = await find()
  cache.set(key, bindings)
  return bindings
}

/** The policies that were passed when the session began: managed ones as they are now. */
async function sessionLayer(
  { inline, arns }: SessionPolicies,
  store: AccountStore,
): Promise<Pick<Policies, 'session'>> {
  if (inline === null && arns.length === 0) return {}
  const managed = await Promise.all(arns.map((arn) => managedPolicy(arn, store)))
  const passed = inline === null ? [] : [{ source: { id: 'session policy' }, document: inline }]
  const entries = [...passed, ...managed].map((policy) => ({
    source: policy.source,
    policy: compiled(policy, 'session'),
  }))
  return { session: combine(entries) }
}

async function managedPolicy(arn: string, store: AccountStore): Promise<GatheredPolicy> {
  const source = { id: nameInArn(arn), arn }
  if (arn.startsWith('arn:aws:iam::aws:')) return { source, document: null }
  const policy = await store.policies.findByArn(arn)
  const version = policy && (await store.policies.findVersion(policy))
  // A policy that was deleted meanwhile allows nothing; the session stays limited.
  return { source, document: version?.document ?? '' }
}

/** AWS: a session tag takes the place of the principal's tag of the same key, whatever its case. */
function overridden(own: readonly Tag[], session: readonly Tag[]): Tag[] {
  const taken = new Set(session.map(({ Key }) => Key.toLowerCase()))
  return [...own.filter(({ Key }) => !taken.has(Key.toLowerCase())), ...session]
}

function bind(policies: readonly GatheredPolicy[], boundary: GatheredPolicy | null): Policies {
  const identity = combine(policies.map((policy) => ({ source: policy.source, policy: compiled(policy, 'identity') })))
  if (!boundary) return { identity }
  return { identity, boundary: combine([{ source: boundary.source, policy: compiled(boundary, 'boundary') }]) }
}

/** Documents compile once per thread: by ARN for AWS's own, by text for the customer's. */
function compiled({ source, document }: GatheredPolicy, kind: PolicyKind): CompiledPolicy {
  return compiledOnce(
    `${kind} ${document ?? source.arn}`,
    kind,
    () => document ?? managedPolicyDocument(source.arn ?? ''),
  )
}

/** The layer of a policy that comes with what it is about. */
export function resourceLayer(arn: string, { document, kind }: { document: string; kind: PolicyKind }): PolicySet {
  const cache = once('resource layers', () => new Bounded<string, PolicySet>(5_000))
  const key = `${kind} ${arn} ${document}`
  const known = cache.get(key)
  if (known) return known
  const layer = combine([{ source: { id: arn }, policy: compiledOnce(`${kind} ${document}`, kind, () => document) }])
  cache.set(key, layer)
  return layer
}

function compiledOnce(key: string, kind: PolicyKind, text: () => string | null): CompiledPolicy {
  const cache = once('compiled', () => new Bounded<string, CompiledPolicy>(10_000))
  const known = cache.get(key)
  if (known) return known
  const policy = compile(text() ?? '', kind)
  cache.set(key, policy)
  return policy
}

/** A map that forgets its oldest entry when full. */
class Bounded<K, V> {
  private readonly entries = new Map<K, V>()
  constructor(private readonly limit: number) {}

  get(key: K): V | undefined {
    return this.entries.get(key)
  }

  set(key: K, value: V) {
    if (this.entries.size >= this.limit) this.entries.delete(this.entries.keys().next().value as K)
    this.entries.set(key, value)
  }
}
