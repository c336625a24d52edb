import type { AccessLevel, Action, Catalogue, Service } from '@/lib/aws/catalogue/catalogue'
import type { Effect } from '../types'
import { ServiceResources } from './applies'
import { conditionsExtent, type Extent, resourcesExtent } from './extent'
import { actionsNamed, covers, type Grant, ofEffect, reachOf, readGrants } from './grant'

export type ActionRow = {
  name: string
  level: AccessLevel
  description: string
  /** The policy names it. */
  isNamed: boolean
  /** The policy names it, and with a resource that it works on. */
  isEffective: boolean
  /** It cannot be limited to resources: only `*` would do. */
  needsAllResources: boolean
  resource: Extent
  condition: Extent
}

export type ServiceSummary = {
  prefix: string
  name: string
  actions: readonly ActionRow[]
  /** Actions in the policy that the service does not have. */
  strangers: readonly string[]
}

/** The second level: every action of a service, whether the document names it or not. Null: no such service. */
export function summarizeService(
  text: string,
  effect: Effect,
  prefix: string,
  catalogue: Catalogue,
): ServiceSummary | null {
  const grants = readGrants(text)
  const service = catalogue.service(prefix)
  if (typeof grants === 'string' || !service) return null
  const ofService = ofEffect(grants, effect).filter((grant) => reachOf(grant, service.prefix) !== 'none')
  const strangers = ofService
    .flatMap(actionsNamed)
    .filter((action) => action.startsWith(`${service.prefix}:`) && !catalogue.action(action))
  return {
    prefix: service.prefix,
    name: service.name,
    actions: actionRowsOf(service, ofService, new ServiceResources(service)),
    strangers: [...new Set(strangers)],
  }
}

export function actionRowsOf(service: Service, grants: readonly Grant[], known: ServiceResources): ActionRow[] {
  return [...service.actions.values()].map((action) => {
    const naming = grants.filter((grant) => covers(grant, nameOf(service, action)))
    const applying = naming.flatMap((grant) => {
      const resources = grant.resources.filter((resource) => known.hasUse(resource, action))
      return resources.length > 0 ? [{ ...grant, resources }] : []
    })
    const shown = applying.length > 0 ? applying : naming
    return {
      name: action.name,
      level: action.accessLevel,
      description: action.description,
      isNamed: naming.length > 0,
      isEffective: applying.length > 0,
      needsAllResources: action.isWildcardOnly,
      resource: resourcesExtent(shown, known),
      condition: conditionsExtent(shown),
    }
  })
}

export type ResourceRow = { resource: string; region: string | null; account: string | null; condition: Extent }

/** The third level: on what an action is allowed or denied. Region and account are null where all are meant. */
export function summarizeAction(text: string, effect: Effect, action: string): readonly ResourceRow[] {
  const grants = readGrants(text)
  if (typeof grants === 'string') return []
  return ofEffect(grants, effect)
    .filter((grant) => covers(grant, action.toLowerCase()))
    .flatMap((grant) => grant.resources.map((resource) => resourceRow(resource, conditionsExtent([grant]))))
}

function resourceRow(resource: string, condition: Extent): ResourceRow {
  const [, , , region = '', account = ''] = resource.split(':')
  const wide = (text: string) => (text === '' || text === '*' ? null : text)
  return { resource, region: wide(region), account: wide(account), condition }
}

export const nameOf = (service: Service, action: Action) => `${service.prefix}:${action.name}`.toLowerCase()
