import type { Catalogue } from '@/lib/aws/catalogue/catalogue'
import type { CompiledPolicy, CompiledStatement } from './compile'
import { covers, reachOf } from './summary/grant'

/**
 * What documents let somebody do in each service, judged by the documents alone: an action counts as granted when some
 * Allow names it, on any resource and condition, and no Deny takes it away for good.
 */
export class GrantedServices {
  private readonly allows: readonly CompiledStatement[]
  private readonly denies: readonly CompiledStatement[]

  constructor(
    policies: readonly CompiledPolicy[],
    private readonly catalogue: Catalogue,
  ) {
    const statements = policies.flatMap((policy) => policy.statements)
    this.allows = statements.filter(({ effect }) => effect === 'Allow')
    this.denies = statements.filter((statement) => statement.effect === 'Deny' && isWithoutExceptions(statement))
  }

  /**
   * Is at least one action of the service granted? `prefix` in lower case. Opening a service costs, and documents name
   * hundreds, so a wildcard is taken to mean some action; names in full are looked up.
   */
  has(prefix: string): boolean {
    if (!this.catalogue.isService(prefix)) return false
    const [allows, denies] = [reaching(this.allows, prefix), reaching(this.denies, prefix)]
    if (allows.length === 0 || denies.some(({ reach }) => reach === 'all')) return false
    if (
      denies.length === 0 &&
      allows.some(({ reach, statement }) => reach === 'all' || hasWildcard(statement, prefix))
    ) {
      return true
    }
    return this.actions(prefix).length > 0
  }

  /** The granted actions of the service, in AWS's spelling and without the prefix, by name. */
  actions(prefix: string): string[] {
    const names = [...(this.catalogue.service(prefix)?.actions.values() ?? [])].map(({ name }) => name)
    return names.filter((name) => this.grants(`${prefix}:${name}`.toLowerCase())).toSorted()
  }

  private grants(action: string): boolean {
    const isNamed = (statement: CompiledStatement) => covers(statement, action)
    return this.allows.some(isNamed) && !this.denies.some(isNamed)
  }
}

const isWithoutExceptions = ({ conditions, resources, exceptResources }: CompiledStatement) =>
  conditions.length === 0 && !exceptResources && resources.some(({ kind }) => kind === 'all')

const reaching = (statements: readonly CompiledStatement[], prefix: string) =>
  statements
    .map((statement) => ({ statement, reach: reachOf(statement, prefix) }))
    .filter(({ reach }) => reach !== 'none')

const hasWildcard = ({ actions, exceptActions }: CompiledStatement, prefix: string) =>
  !exceptActions &&
  actions.some((pattern) => (pattern.kind === 'prefix' || pattern.kind === 'glob') && pattern.service === prefix)
