import type { AccessLevel, Catalogue, Service } from '@/lib/aws/catalogue/catalogue'
import type { Effect } from '../types'
import { type ActionRow, actionRowsOf, nameOf } from './actions'
import { ServiceResources } from './applies'
import { conditionsExtent, type Extent, resourcesExtent } from './extent'
import { covers, type Grant, ofEffect, reachOf, readGrants, servicesNamed, type Unsummarized } from './grant'
import { hasServiceKey, type KeyUse, keyUse } from './keys'

export type Access =
  | { kind: 'full' }
  | { kind: 'levels'; full: readonly AccessLevel[]; limited: readonly AccessLevel[] }
  /** Actions are named, but on no resource that they work on. */
  | { kind: 'none' }
  /** Nothing that is named is an action of this service. */
  | { kind: 'no-actions' }
  /** There is no such service. */
  | { kind: 'unknown' }

export type ServiceRow = {
  prefix: string
  name: string
  access: Access
  resource: Extent
  condition: Extent
  /** Some of its actions work on none of the resources that are named with them. */
  hasActionsWithoutResource: boolean
  /** Some of its resources are named with no action that works on them. */
  hasResourcesWithoutAction: boolean
} & KeyUse

export type Summary = { deny: readonly ServiceRow[]; allow: readonly ServiceRow[]; unknown: readonly ServiceRow[] }

/** The first level, or the reason why there is none. */
export function summarize(text: string, catalogue: Catalogue): Summary | Unsummarized {
  const grants = readGrants(text)
  if (typeof grants === 'string') return grants
  const rows = (effect: Effect) => serviceRows(ofEffect(grants, effect), catalogue)
  const [deny, allow] = [rows('Deny'), rows('Allow')]
  const known = ({ access }: ServiceRow) => access.kind !== 'unknown'
  const unknown = [...deny, ...allow].filter((row) => !known(row))
  if (deny.length + allow.length === 0) return 'nothing'
  return { deny: deny.filter(known), allow: allow.filter(known), unknown }
}

function serviceRows(grants: readonly Grant[], catalogue: Catalogue): ServiceRow[] {
  const named = new Set(grants.flatMap(servicesNamed))
  const known = catalogue.services().filter(({ prefix }) => grants.some((grant) => reachOf(grant, prefix) !== 'none'))
  const strangers = [...named].filter((prefix) => !catalogue.isService(prefix)).toSorted()
  return [
    ...known.map(({ prefix, name }) => serviceRow(prefix, name, grants, catalogue)),
    ...strangers.map(strangerRow),
  ]
}

function strangerRow(prefix: string): ServiceRow {
  const none: Extent = { kind: 'all' }
  return {
    prefix,
    name: prefix,
    access: { kind: 'unknown' },
    resource: none,
    condition: none,
    hasActionsWithoutResource: false,
    hasResourcesWithoutAction: false,
    ...noKeys,
  }
}

function serviceRow(prefix: string, name: string, all: readonly Grant[], catalogue: Catalogue): ServiceRow {
  const grants = all.filter((grant) => reachOf(grant, prefix) !== 'none')
  const isWhole = grants.some((grant) => reachOf(grant, prefix) === 'all' && grant.resources.includes('*'))
  // Most policies grant whole services: their details need not be read for it.
  const isAsked = grants.some((grant) => servicesNamed(grant).includes(prefix) && hasServiceKey(grant, catalogue))
  const service = isWhole && grants.every(onEverything) && !isAsked ? null : catalogue.service(prefix)
  const known = service && new ServiceResources(service)
  const actions = service && known ? actionRowsOf(service, grants, known) : []
  return {
    prefix,
    name,
    access: isWhole ? { kind: 'full' } : accessOf(actions),
    resource: resourcesExtent(grants, known),
    condition: conditionsExtent(grants),
    hasActionsWithoutResource: !isWhole && actions.some((row) => row.isNamed && !row.isEffective),
    hasResourcesWithoutAction:
      service !== null && known !== null && grants.some((grant) => hasIdleResource(grant, service, known)),
    ...(service ? keyUse(grants, service, catalogue) : noKeys),
  }
}

const noKeys: KeyUse = { hasActionsWithoutCondition: false, hasConditionsWithoutAction: false }

const onEverything = ({ resources }: Grant) => resources.every((resource) => resource === '*')

function accessOf(actions: readonly ActionRow[]): Access {
  if (!actions.some((row) => row.isNamed)) return { kind: 'no-actions' }
  if (!actions.some((row) => row.isEffective)) return { kind: 'none' }
  if (actions.every((row) => row.isEffective)) return { kind: 'full' }
  const full: AccessLevel[] = []
  const limited: AccessLevel[] = []
  for (const level of accessLevels) {
    const ofLevel = actions.filter((row) => row.level === level)
    if (ofLevel.some((row) => row.isEffective)) (ofLevel.every((row) => row.isEffective) ? full : limited).push(level)
  }
  return { kind: 'levels', full, limited }
}

/** In the order in which the console shows them. */
export const accessLevels: readonly AccessLevel[] = ['List', 'Read', 'Tagging', 'Write', 'Permissions management']

function hasIdleResource(grant: Grant, service: Service, known: ServiceResources): boolean {
  const covered = [...service.actions.values()].filter((action) => covers(grant, nameOf(service, action)))
  return grant.resources.some(
    (resource) =>
      resource !== '*' &&
      known.typesOf(resource).length > 0 &&
      !covered.some((action) => known.hasUse(resource, action)),
  )
}
