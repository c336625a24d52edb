import type { Action, Catalogue, Service } from '@/lib/aws/catalogue/catalogue'
import { nameOf } from './actions'
import { covers, type Grant } from './grant'

/** Which conditions of a service's grants and which of its actions have nothing to do with each other. */
export type KeyUse = { hasActionsWithoutCondition: boolean; hasConditionsWithoutAction: boolean }

/** Every request has the global keys; of the others each action has its own. */
export const hasServiceKey = ({ conditions }: Grant, catalogue: Catalogue) =>
  conditions.some(({ key }) => !catalogue.globalKey(key))

export function keyUse(grants: readonly Grant[], service: Service, catalogue: Catalogue): KeyUse {
  const use: KeyUse = { hasActionsWithoutCondition: false, hasConditionsWithoutAction: false }
  for (const grant of grants) {
    if (!hasServiceKey(grant, catalogue)) continue
    const covered = [...service.actions.values()].filter((action) => covers(grant, nameOf(service, action)))
    for (const { key } of grant.conditions) {
      if (catalogue.globalKey(key)) continue
      const name = catalogue.conditionKey(key)?.name
      const knowing = covered.filter((action) => name !== undefined && knowsKey(action, service, name))
      if (knowing.length === 0) use.hasConditionsWithoutAction = true
      else if (knowing.length < covered.length) use.hasActionsWithoutCondition = true
    }
  }
  return use
}

const knowsKey = (action: Action, service: Service, key: string) =>
  action.conditionKeys.includes(key) ||
  action.resourceTypes.some(
    ({ name, conditionKeys }) =>
      conditionKeys.includes(key) || service.resourceTypes.get(name)?.conditionKeys.includes(key),
  )
