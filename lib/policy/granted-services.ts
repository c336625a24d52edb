import type { Catalogue } from '@/lib/aws/catalogue/catalogue'
import type { CompiledPolicy } from './compile'
import type { CompiledStatement } from './compile-statement'
import { type ActionPattern, serviceOf } from './match/action'
import { covers, type Reach, reachOf } from './summary/grant'

/**
 * What documents let somebody do in each service, judged by the documents alone: an action counts as granted when some
 * Allow names it, on any resource and condition, and no Deny takes it away for good.
 */
export class GrantedServices {
  private readonly allows: readonly ActionsByService[]
  private readonly denies: readonly ActionsByService[]

  constructor(
    policies: readonly CompiledPolicy[],
    private readonly catalogue: Catalogue,
  ) {
    const statements = policies.flatMap((policy) => policy.statements)
    const denies = statements.filter((statement) => statement.effect === 'Deny' && isWithoutExceptions(statement))
    this.allows = statements
      .filter(({ effect }) => effect === 'Allow')
      .map((statement) => new ActionsByService(statement))
    this.denies = denies.map((statement) => new ActionsByService(statement))
  }

  /**
   * Is at least one action of the service granted? `prefix` in lower case. Opening a service costs, and documents name
   * hundreds, so a wildcard is taken to mean some action; names in full are looked up.
   */
  has(prefix: string): boolean {
    if (!this.catalogue.isService(prefix)) return false
    const [allows, denies] = [reaching(this.allows, prefix), reaching(this.denies, prefix)]
    if (allows.length === 0 || denies.some(({ reach }) => reach === 'all')) return false
    if (denies.length === 0 && allows.some((slice) => slice.reach === 'all' || hasWildcard(slice))) return true
    return this.actions(prefix).length > 0
  }

  /** The granted actions of the service, in AWS's spelling and without the prefix, by name. */
  actions(prefix: string): string[] {
    const [allows, denies] = [reaching(this.allows, prefix), reaching(this.denies, prefix)]
    const names = [...(this.catalogue.service(prefix)?.actions.values() ?? [])].map(({ name }) => name)
    const isGranted = (action: string) =>
      allows.some((slice) => covers(slice, action)) && !denies.some((slice) => covers(slice, action))
    return names.filter((name) => isGranted(`${prefix}:${name}`.toLowerCase())).toSorted()
  }
}

const isWithoutExceptions = ({ conditions, resources, exceptResources }: CompiledStatement) =>
  conditions.length === 0 && !exceptResources && resources.patterns.some(({ kind }) => kind === 'all')

/** What one statement says of one service. */
type Slice = { reach: Reach; actions: readonly ActionPattern[]; exceptActions: boolean }

const reaching = (statements: readonly ActionsByService[], prefix: string): Slice[] =>
  statements.map((statement) => statement.slice(prefix)).filter(({ reach }) => reach !== 'none')

const hasWildcard = ({ actions, exceptActions }: Slice) =>
  !exceptActions && actions.some(({ kind }) => kind === 'prefix' || kind === 'glob')

/** A statement's actions, sorted once: some documents name thousands, and all services are asked about. */
class ActionsByService {
  private readonly everywhere: ActionPattern[] = []
  private readonly byService = new Map<string, ActionPattern[]>()
  private readonly exceptActions: boolean

  constructor({ actions, exceptActions }: CompiledStatement) {
    this.exceptActions = exceptActions
    for (const pattern of actions) {
      if (pattern.kind === 'nothing') continue
      const service =
        pattern.kind === 'all' ? null : pattern.kind === 'literal' ? serviceOf(pattern.action) : pattern.service
      if (service === null) this.everywhere.push(pattern)
      else this.byService.set(service, [...(this.byService.get(service) ?? []), pattern])
    }
  }

  slice(prefix: string): Slice {
    const { exceptActions } = this
    const actions = [...this.everywhere, ...(this.byService.get(prefix) ?? [])]
    return { reach: reachOf({ actions, exceptActions }, prefix), actions, exceptActions }
  }
}
