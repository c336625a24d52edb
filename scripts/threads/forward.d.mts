import type { IncomingMessage, ServerResponse } from 'node:http'

export function forwarder(socketPath: string): (request: IncomingMessage, response: ServerResponse) => void
export const longestHead: number
