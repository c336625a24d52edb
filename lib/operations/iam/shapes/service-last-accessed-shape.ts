import 'server-only'
import { actionCatalogue } from '@/lib/aws/catalogue/actions'
import type { ServiceReport } from '../../nouns/last-accessed'

/** AWS: what was never used is listed without the members of its last use. */
export function serviceLastAccessedShape({ namespace, last, entities, actions }: ServiceReport) {
  return {
    ServiceName: serviceName(namespace),
    ServiceNamespace: namespace,
    TotalAuthenticatedEntities: entities,
    ...(last && {
      LastAuthenticated: new Date(last.at),
      LastAuthenticatedEntity: last.arn,
      LastAuthenticatedRegion: last.region,
    }),
    ...(actions && {
      TrackedActionsLastAccessed: actions.map((action) => ({
        ActionName: action.name,
        ...(action.last && {
          LastAccessedEntity: action.last.arn,
          LastAccessedTime: new Date(action.last.at),
          LastAccessedRegion: action.last.region,
        }),
      })),
    }),
  }
}

const serviceName = (namespace: string) =>
  actionCatalogue()
    .services()
    .find(({ prefix }) => prefix === namespace)?.name ?? namespace
