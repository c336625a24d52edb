import type { Layers } from './decide'
import { NAMED, type Named } from './match/principal'
import type { LayerName, Request, Verdict } from './types'

/** `layer`: the first one that shut the door, or the one that opened it; null where nothing had to. */
export type Outcome = { effect: Verdict; layer: LayerName | null }

const allowed = (layer: LayerName | null): Outcome => ({ effect: 'allowed', layer })
const implicit = (layer: LayerName): Outcome => ({ effect: 'implicitDeny', layer })

/** What follows from the layers' results; `named` is how the resource policy's Allow names the caller. */
export function decideVerdict(request: Request, layers: Layers, named: Named): Outcome {
  const denying = firstDeny(layers)
  if (denying) return { effect: 'explicitDeny', layer: denying }
  if (layers.scp === 'none') return implicit('scp')
  const caller = request.principal
  // A service, a web identity or an anonymous caller has no account that could allow anything.
  if (!('account' in caller)) return named === NAMED.not ? implicit('resource') : allowed('resource')
  if (caller.account !== request.resourceAccount) return acrossAccounts(request, layers, named)
  return request.needsResourcePolicy
    ? withResourcePolicy(request, layers, named)
    : withinAccount(request, layers, named)
}

/** In the order in which AWS reports them. Six plain comparisons: this runs in every decision. */
function firstDeny({ scp, rcp, identity, resource, boundary, session }: Layers): LayerName | null {
  if (scp === 'deny') return 'scp'
  if (rcp === 'deny') return 'rcp'
  if (identity === 'deny') return 'identity'
  if (resource === 'deny') return 'resource'
  if (boundary === 'deny') return 'boundary'
  return session === 'deny' ? 'session' : null
}

function acrossAccounts(request: Request, layers: Layers, named: Named): Outcome {
  const shut = shutOnCallersSide(request, layers)
  if (shut) return implicit(shut)
  if (named === NAMED.not) return implicit('resource')
  return allowed(request.principal.kind === 'root' ? 'resource' : 'identity')
}

function withinAccount(request: Request, layers: Layers, named: Named): Outcome {
  if (request.principal.kind === 'root') return allowed(null)
  const shut = shutOnCallersSide(request, layers)
  if (!shut) return allowed('identity')
  return openedByResource(layers, named) ? allowed('resource') : implicit(firstLimit(layers, named) ?? shut)
}

/** Trust policies and key policies: the resource must agree, an identity policy alone is never enough. */
function withResourcePolicy(request: Request, layers: Layers, named: Named): Outcome {
  if (named === NAMED.not) {
    // Both are missing, or only the resource's word.
    return implicit(shutOnCallersSide(request, layers) === 'identity' ? 'identity' : 'resource')
  }
  if (openedByResource(layers, named)) return allowed('resource')
  const shut = shutOnCallersSide(request, layers)
  if (!shut && named === NAMED.account) return allowed('resource')
  return implicit(firstLimit(layers, named) ?? shut ?? 'resource')
}

/** AWS: naming the user or the session itself needs nobody else; naming the role is still limited like the role. */
const openedByResource = ({ boundary, session }: Layers, named: Named): boolean =>
  named === NAMED.direct || (named === NAMED.parent && boundary !== 'none' && session !== 'none')

/** Where the resource policy names the role, it is not the identity policy that is missing but a limit that bites. */
function firstLimit({ boundary, session }: Layers, named: Named): LayerName | null {
  if (named !== NAMED.parent) return null
  return boundary === 'none' ? 'boundary' : session === 'none' ? 'session' : null
}

/** The first layer of the caller's own that does not allow; null where the caller's side is open. */
function shutOnCallersSide({ principal }: Request, { identity, boundary, session }: Layers): LayerName | null {
  if (principal.kind === 'root') return null
  if (identity !== 'allow') return 'identity'
  if (boundary === 'none') return 'boundary'
  // AWS: a federated user has no permissions but those of its session policy.
  return session === 'none' || (session === 'absent' && principal.kind === 'federated') ? 'session' : null
}
