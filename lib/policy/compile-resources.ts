import { HeadTree } from './compile-heads'
import type { Row } from './compile-set'
import { coversResource } from './compile-statement'
import { matchesResource, type ResourcePattern } from './match/resource'
import type { Question } from './question'

/** Below this many rows a plain loop is faster than any index. */
const FEW = 8

/** One entry of a Resource element that begins with a fixed text. */
type Headed = { row: Row; pattern: ResourcePattern }

/** From a resource to the rows that cover it, among rows which share an action. */
export class ResourceIndex {
  /** Rows that have to be compared every time: `*`, NotResource, wildcards in the first parts of an ARN. */
  private readonly loose: Row[] = []
  private readonly literals = new Map<string, Row[]>()
  private readonly heads = new HeadTree<Headed>()
  private readonly isIndexed: boolean

  constructor(rows: readonly Row[]) {
    this.isIndexed = rows.length > FEW
    if (!this.isIndexed) this.loose.push(...rows)
    else for (const row of rows) this.add(row)
  }

  /** Appends the rows that cover the question's resource; none twice. */
  matching(question: Question, found: Row[]): void {
    for (const row of this.loose) if (coversResource(row.statement, question)) addOnce(found, row, question.asking)
    if (!this.isIndexed) return
    for (const row of this.literals.get(question.resource) ?? []) addOnce(found, row, question.asking)
    this.heads.visit(question.resource, (headed) => {
      for (const { row, pattern } of headed)
        if (matchesResource(pattern, question)) addOnce(found, row, question.asking)
    })
  }

  private add(row: Row): void {
    const { resources, exceptResources } = row.statement
    const { patterns } = resources
    if (exceptResources || patterns.some((pattern) => !isHeaded(pattern))) {
      this.loose.push(row)
      return
    }
    for (const pattern of patterns) {
      if (pattern.kind === 'literal') this.addLiteral(pattern.text, row)
      else if ('head' in pattern) this.heads.add(pattern.head, { row, pattern })
    }
  }

  private addLiteral(resource: string, row: Row): void {
    const rows = this.literals.get(resource)
    if (rows) rows.push(row)
    else this.literals.set(resource, [row])
  }
}

const isHeaded = ({ kind }: ResourcePattern): boolean => kind !== 'all' && kind !== 'parts'

/** A row can be found by two of its entries; the number of the asking marks those that are in already. */
function addOnce(found: Row[], row: Row, asking: number): void {
  if (row.foundBy === asking) return
  row.foundBy = asking
  found.push(row)
}
