import 'server-only'
import { managedPolicyDocument } from '@/lib/aws/catalogue/managed-policies'
import type { Tag } from '@/lib/aws/tag'
import { type CompiledPolicy, combine, compile, emptySet, type Policies } from '@/lib/policy'
import type { PolicyKind } from '@/lib/policy/types'
import type { AccountStore } from '@/lib/store/account-store'
import type { GatheredPolicy } from '@/lib/store/gather'
import { once } from '@/lib/store/slot'
import type { SignedCaller } from './caller'

/** What binds a caller: its compiled policies and its own tags. */
export type Bindings = { policies: Policies; tags: readonly Tag[] }

const rootBindings: Bindings = { policies: { identity: emptySet }, tags: [] }

/**
 * The policies that apply to the caller. Cached by principal and account revision: every write to IAM state makes a new
 * revision, so a cached entry can be old but never wrong.
 */
export async function gather(caller: SignedCaller, store: AccountStore): Promise<Bindings> {
  if (caller.kind === 'root') return rootBindings
  const cache = once('bindings', () => new Bounded<string, Bindings>(5_000))
  const key = `${caller.account} ${caller.userId} ${caller.revision}`
  const known = cache.get(key)
  if (known) return known
  const { policies, boundary, tags } = await store.gather('user', caller.userId)
  const bindings = { policies: bind(policies, boundary), tags }
  cache.set(key, bindings)
  return bindings
}

function bind(policies: readonly GatheredPolicy[], boundary: GatheredPolicy | null): Policies {
  const identity = combine(policies.map((policy) => ({ source: policy.source, policy: compiled(policy, 'identity') })))
  if (!boundary) return { identity }
  return { identity, boundary: combine([{ source: boundary.source, policy: compiled(boundary, 'boundary') }]) }
}

/** Documents compile once per process: by ARN for AWS's own, by text for the customer's. */
function compiled({ source, document }: GatheredPolicy, kind: PolicyKind): CompiledPolicy {
  const cache = once('compiled', () => new Bounded<string, CompiledPolicy>(10_000))
  const key = `${kind} ${document ?? source.arn}`
  const known = cache.get(key)
  if (known) return known
  const policy = compile(document ?? managedPolicyDocument(source.arn ?? '') ?? '', kind)
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
