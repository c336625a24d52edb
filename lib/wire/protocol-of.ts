import 'server-only'
import type { WireRequest } from './message'
import type { Protocol } from './protocol'
import { query } from './query/protocol'

/** Who answers: by the service that was signed for. */
export function protocolOf(_request: WireRequest, _service: string | undefined): Protocol {
  return query
}
