/** What AWS publishes about services, actions, resource types and condition keys. Pure: the caller brings the bytes. */
export interface Catalogue {
  /** Every service, by prefix. Costs nothing: details come with `service`. */
  services(): readonly ServiceSummary[]
  isService(prefix: string): boolean
  /** Null when there is no such service, and where its details are not loaded (yet). */
  service(prefix: string): Service | null
  /** `s3:GetObject`, in any case. */
  action(name: string): Action | null
  resourceType(prefix: string, name: string): ResourceType | null
  /** Services whose resources have this name in the third field of their ARNs; empty when nobody has. */
  arnOwners(arnService: string): readonly string[]
  /** A key of a service or a global one, in any case; `aws:RequestTag/team` finds `aws:RequestTag/${TagKey}`. */
  conditionKey(name: string): ConditionKey | null
  globalKey(name: string): ConditionKey | null
  globalKeys(): readonly ConditionKey[]
}

export type ServiceSummary = {
  prefix: string
  name: string
  category: string
  supportsResourceControlPolicies: boolean
  actionCount: number
}

export type Service = ServiceSummary & {
  actions: ReadonlyMap<string, Action>
  resourceTypes: ReadonlyMap<string, ResourceType>
  conditionKeys: readonly ConditionKey[]
}

export type AccessLevel = 'List' | 'Read' | 'Write' | 'Permissions management' | 'Tagging'

export type Action = {
  /** Without the service prefix, in AWS's spelling. */
  name: string
  accessLevel: AccessLevel
  description: string
  resourceTypes: readonly { name: string; isRequired: boolean; conditionKeys: readonly string[] }[]
  conditionKeys: readonly string[]
  /** The action cannot be limited to a resource: only `*` matches. */
  isWildcardOnly: boolean
}

/** `arn` has placeholders: `arn:${Partition}:s3:::${BucketName}/${ObjectName}`. */
export type ResourceType = { name: string; arn: string; conditionKeys: readonly string[] }

export type ConditionKeyType = 'String' | 'ARN' | 'Bool' | 'Numeric' | 'Date' | 'IPAddress' | 'Binary'
export type ConditionKey = { name: string; type: ConditionKeyType; isMultiValued: boolean; description: string }

type KeyRef = number | string
/** One service as the data files hold it and as a browser may receive it; numbers point into `conditionKeys`. */
export type CompactService = {
  conditionKeys: [name: string, type: string, description: string][]
  resourceTypes: [name: string, arn: string, keys: KeyRef[]][]
  actions: [
    name: string,
    accessLevel: AccessLevel,
    description: string,
    resourceTypes: [name: string, isRequired: number, keys: KeyRef[]][],
    keys: KeyRef[],
  ][]
}

export type CompactIndex = {
  rows: [prefix: string, name: string, category: string, supportsRcp: number, actionCount: number][]
  globalKeys: [name: string, type: string][]
  /** Key prefixes that are no service, and the services whose requests carry them: `saml` belongs to `sts`. */
  borrowedPrefixes: Record<string, string[]>
  /** ARN services that are not simply the service of that name, and who describes them. */
  arnOwners: Record<string, string[]>
}

/** Builds a catalogue over an index and a loader that may answer null for what it does not have. */
export function catalogueOf(index: CompactIndex, load: (prefix: string) => CompactService | null): Catalogue {
  const summaries = new Map(index.rows.map((row) => [row[0], toSummary(row)]))
  const globals = index.globalKeys.map(([name, type]) => toKey(name, type, ''))
  const findGlobal = keyFinder(globals)
  const borrowed = Object.entries(index.borrowedPrefixes).map(([prefix, owners]) => ({ fits: fitter(prefix), owners }))
  const arnOwners = new Map(Object.entries(index.arnOwners))
  const services = new Map<string, { service: Service; findKey: (name: string) => ConditionKey | null }>()

  function open(given: string) {
    const prefix = given.toLowerCase()
    const known = services.get(prefix)
    if (known) return known
    const summary = summaries.get(prefix)
    const compact = summary && load(prefix)
    if (!summary || !compact) return null
    const service = toService(summary, compact)
    const opened = { service, findKey: keyFinder(service.conditionKeys) }
    services.set(prefix, opened)
    return opened
  }

  function conditionKey(name: string) {
    const prefix = name.slice(0, name.indexOf(':')).toLowerCase()
    const owners = summaries.has(prefix) ? [prefix] : (borrowed.find(({ fits }) => fits(prefix))?.owners ?? [])
    for (const owner of owners) {
      const found = open(owner)?.findKey(name)
      if (found) return found
    }
    return findGlobal(name)
  }

  return {
    services: () => [...summaries.values()],
    isService: (prefix) => summaries.has(prefix.toLowerCase()),
    service: (prefix) => open(prefix)?.service ?? null,
    action(name) {
      const colon = name.indexOf(':')
      return open(name.slice(0, colon))?.service.actions.get(name.slice(colon + 1).toLowerCase()) ?? null
    },
    arnOwners: (arnService) => arnOwners.get(arnService) ?? (summaries.has(arnService) ? [arnService] : []),
    resourceType: (prefix, name) => open(prefix)?.service.resourceTypes.get(name) ?? null,
    conditionKey,
    globalKey: findGlobal,
    globalKeys: () => globals,
  }
}

function toSummary([prefix, name, category, rcp, actionCount]: CompactIndex['rows'][number]): ServiceSummary {
  return { prefix, name, category, supportsResourceControlPolicies: rcp === 1, actionCount }
}

function toService(summary: ServiceSummary, compact: CompactService): Service {
  const keys = compact.conditionKeys.map(([name, type, description]) => toKey(name, type, description))
  const names = (refs: KeyRef[]) => refs.map((ref) => (typeof ref === 'number' ? (keys[ref]?.name ?? '') : ref))
  const actions = compact.actions.map(([name, accessLevel, description, types, refs]): Action => {
    const resourceTypes = types.map(([type, required, typeRefs]) => {
      return { name: type, isRequired: required === 1, conditionKeys: names(typeRefs) }
    })
    return {
      name,
      accessLevel,
      description,
      resourceTypes,
      conditionKeys: names(refs),
      isWildcardOnly: types.length === 0,
    }
  })
  return {
    ...summary,
    actions: new Map(actions.map((action) => [action.name.toLowerCase(), action])),
    resourceTypes: new Map(
      compact.resourceTypes.map(([name, arn, refs]) => [name, { name, arn, conditionKeys: names(refs) }]),
    ),
    conditionKeys: keys,
  }
}

function toKey(name: string, type: string, description: string): ConditionKey {
  const isMultiValued = type.startsWith('ArrayOf')
  const base = (isMultiValued ? type.slice('ArrayOf'.length) : type) as ConditionKeyType
  return { name: name.replace(/\/tag-key$/, '/${TagKey}'), type: base, isMultiValued, description }
}

/** Looks a key up by its exact name first, then among the names with a placeholder. */
function keyFinder(keys: readonly ConditionKey[]): (name: string) => ConditionKey | null {
  const exact = new Map(keys.map((key) => [key.name.toLowerCase(), key]))
  const open = keys.filter((key) => placeholder.test(key.name)).map((key) => ({ key, fits: fitter(key.name) }))
  return (name) => exact.get(name.toLowerCase()) ?? open.find(({ fits }) => fits(name))?.key ?? null
}

const placeholder = /\$\{[^}]*\}|<[^>]*>/

/** True for texts that have a non-empty run in the place of each placeholder. */
function fitter(name: string): (text: string) => boolean {
  const [head = '', ...rest] = name.toLowerCase().split(placeholder)
  if (rest.length === 0) return (text) => text.toLowerCase() === head
  const tail = rest.pop() ?? ''
  return (given) => {
    const text = given.toLowerCase()
    if (!text.startsWith(head) || !text.endsWith(tail)) return false
    let at = head.length + 1
    for (const part of rest) {
      const found = text.indexOf(part, at)
      if (found < 0) return false
      at = found + part.length + 1
    }
    return at <= text.length - tail.length
  }
}
