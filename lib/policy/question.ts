import { splitArn } from './match/arn'
import type { Context, Principal, Request } from './types'

let askings = 0

/** One request, made ready to be compared with many statements. */
export class Question {
  /** In lower case. */
  readonly action: string
  readonly resource: string
  readonly principal: Principal
  readonly hasBoundary: boolean
  /** A number for each set of policies that this question goes to; no two askings share one. */
  asking = 0
  private readonly request: Request
  private parts: readonly string[] | null | undefined

  constructor(request: Request, hasBoundary: boolean) {
    this.action = lowerAction(request.action)
    this.resource = request.resource
    this.request = request
    this.principal = request.principal
    this.hasBoundary = hasBoundary
    this.parts = undefined
  }

  /** Read when a condition or a variable asks for it: a caller may make it only then. */
  get context(): Context {
    return this.request.context
  }

  nextAsking(): void {
    this.asking = ++askings
  }

  /** The six parts of the resource, cut only if a pattern asks for them; null for `*`. */
  arn(): readonly string[] | null {
    if (this.parts === undefined) this.parts = splitArn(this.resource)
    return this.parts
  }
}

/** Actions come back again and again: the same lower-case string each time saves making it and hashing it anew. */
const MAX_ACTIONS = 4_096
let lowered = new Map<string, string>()

function lowerAction(action: string): string {
  const known = lowered.get(action)
  if (known !== undefined) return known
  if (lowered.size >= MAX_ACTIONS) lowered = new Map()
  const lower = action.toLowerCase()
  lowered.set(action, lower)
  return lower
}
