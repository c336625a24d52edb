import 'server-only'
import { factsOf } from '@/lib/caller/request-facts'
import type { World } from '@/lib/gate/world'

/** The world of the machine's owner, over HTTP or (without headers) at the machine itself. */
export function operatorWorld(headers: { get(name: string): string | null }): World {
  return { ...factsOf(headers), caller: { kind: 'operator' } }
}

/** The headers of nobody: for commands and the first start. */
export const atTheMachine = (program: string) => new Headers({ 'user-agent': program })
