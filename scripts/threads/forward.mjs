import { Agent, request as send } from 'node:http'
import { pipeline } from 'node:stream'

/** Headers that speak of one connection only. */
const hops = new Set(['connection', 'keep-alive', 'proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade'])

/**
 * Sends requests on to the server behind a socket of this machine and its answers back, as they come.
 * @param {string} socketPath
 * @returns {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => void}
 */
export function forwarder(socketPath) {
  // That server closes no connection by itself, so none of these can be one that it has just given up.
  const agent = new Agent({ keepAlive: true })
  return (request, response) => {
    const { method, url, headers } = request
    const onward = send({ socketPath, agent, method, path: url, headers: withoutHops(headers) })
    onward.on('response', (answer) => {
      response.writeHead(answer.statusCode, answer.statusMessage, rawWithoutHops(answer.rawHeaders))
      response.flushHeaders()
      pipeline(answer, response, () => undefined)
    })
    onward.on('error', (error) => {
      // Whoever has gone waits for no answer.
      if (response.destroyed) return
      console.error('A page got no answer:', error)
      if (response.headersSent) response.destroy()
      else response.writeHead(502, { connection: 'close' }).end()
    })
    response.on('close', () => response.writableFinished || onward.destroy())
    request.pipe(onward)
  }
}

const withoutHops = (headers) => Object.fromEntries(Object.entries(headers).filter(([name]) => !hops.has(name)))

const rawWithoutHops = (raw) => raw.filter((_, at) => !hops.has(raw[at - (at % 2)].toLowerCase()))
