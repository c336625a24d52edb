import { Agent, request as send } from 'node:http'
import { pipeline } from 'node:stream'

/** In bytes. Both sides of the socket are ours, and pages make long headers. */
export const longestHead = 64 * 1024

/** Headers that speak of one connection only. */
const hops = new Set(['connection', 'keep-alive', 'proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade'])

/**
 * Sends requests on to the server behind a socket of this machine and its answers back, as they come.
 * @param {string} socketPath
 * @returns {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => void}
 */
export function forwarder(socketPath) {
  // That server keeps its idle connections, so none of these can be one that it has just given up.
  const agent = new Agent({ keepAlive: true })
  return (request, response) => {
    const { method, url, headers, socket } = request
    const to = { socketPath, agent, method, path: url, headers: withoutHops(headers), setHost: false }
    const onward = send({ ...to, maxHeaderSize: longestHead })
    onward.on('response', (answer) => {
      response.writeHead(answer.statusCode, answer.statusMessage, rawWithoutHops(answer.rawHeaders))
      response.flushHeaders()
      pipeline(answer, response, () => undefined)
    })
    onward.on('error', (error) => {
      // Whoever has gone waits for no answer.
      if (response.destroyed || socket.destroyed) return
      console.error('A page got no answer:', error)
      if (response.headersSent) response.destroy()
      else response.writeHead(502, { connection: 'close' }).end()
    })
    // The client's connection and not the answer's: an answer that waits for one before it never hears of the end.
    const leave = () => onward.destroy()
    socket.once('close', leave)
    onward.once('close', () => socket.off('close', leave))
    request.pipe(onward)
  }
}

const withoutHops = (headers) => Object.fromEntries(Object.entries(headers).filter(([name]) => !hops.has(name)))

const rawWithoutHops = (raw) => raw.filter((_, at) => !hops.has(raw[at - (at % 2)].toLowerCase()))
