import 'server-only'
import { readChunk, readIndex } from './chunks'

/** A policy that AWS maintains. Dates are ISO 8601; the ID is the same in every installation. */
export type ManagedPolicy = {
  name: string
  path: string
  arn: string
  policyId: string
  /** Null for policies that AWS has retired: nobody keeps their descriptions. */
  description: string | null
  isRetired: boolean
  /** Service-linked roles' policies are listed, but nobody can attach them. */
  isAttachable: boolean
  defaultVersionId: string
  createDate: string
  updateDate: string
}

type Row = [
  name: string,
  path: string,
  policyId: string,
  versionId: string,
  created: string,
  updated: string,
  text: string | null,
]
type Index = { documentsPerChunk: number; ends: number[]; rows: Row[] }
type Opened = {
  index: Index
  policies: readonly ManagedPolicy[]
  places: ReadonlyMap<string, number>
  chunks: Map<number, readonly unknown[]>
}
// Next evaluates a module more than once in a process; the slot keeps the data there once.
const slot = globalThis as { dojoManagedPolicies?: Opened }

/** Chunks that stay open: enough for the policies that one classroom uses, little enough to forget about. */
const openChunks = 24

function open(): Opened {
  if (slot.dojoManagedPolicies) return slot.dojoManagedPolicies
  const index = readIndex<Index>('managed-policies.json')
  const policies = index.rows.map(toPolicy)
  const places = new Map(policies.map((policy, place) => [policy.arn, place]))
  slot.dojoManagedPolicies = { index, policies, places, chunks: new Map() }
  return slot.dojoManagedPolicies
}

function toPolicy([name, path, policyId, defaultVersionId, createDate, updateDate, description]: Row): ManagedPolicy {
  const arn = `arn:aws:iam::aws:policy${path}${name}`
  const isRetired = description === null
  const isAttachable = path !== '/aws-service-role/'
  return {
    name,
    path,
    arn,
    policyId,
    description,
    isRetired,
    isAttachable,
    defaultVersionId,
    createDate,
    updateDate,
  }
}

/** All of them, sorted by name without regard to case. */
export function managedPolicies(): readonly ManagedPolicy[] {
  return open().policies
}

export function findManagedPolicy(arn: string): ManagedPolicy | null {
  const { policies, places } = open()
  return policies[places.get(arn) ?? -1] ?? null
}

/** The default version's text, indented as AWS's console shows it; null for an ARN that is not in the list. */
export function managedPolicyDocument(arn: string): string | null {
  const { index, places, chunks } = open()
  const place = places.get(arn)
  if (place === undefined) return null
  const chunk = Math.floor(place / index.documentsPerChunk)
  const documents = chunks.get(chunk) ?? readChunk<readonly unknown[]>('managed-policy-documents.br', index.ends, chunk)
  chunks.delete(chunk)
  chunks.set(chunk, documents)
  for (const oldest of chunks.keys()) {
    if (chunks.size <= openChunks) break
    chunks.delete(oldest)
  }
  return JSON.stringify(documents[place % index.documentsPerChunk], null, 4)
}

/** The console's type column, which knows two kinds of AWS managed policies. */
export function managedPolicyType(path: string): 'AWS managed' | 'AWS managed - job function' {
  return path === '/job-function/' ? 'AWS managed - job function' : 'AWS managed'
}
