import { Agent, request } from 'node:http'

export const connections = 16

/** Sends the requests over all connections: in turn for some seconds, or each of them once. */
export async function hammer(url, requests, { once, duration }) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const times = []
  const begun = performance.now()
  const isOver = (turn) => (once ? turn >= requests.length : performance.now() - begun >= duration * 1000)
  let turn = 0
  const connection = async () => {
    while (!isOver(turn)) {
      const sent = performance.now()
      await send(url, agent, requests[turn++ % requests.length])
      times.push(performance.now() - sent)
    }
  }
  await Promise.all(Array.from({ length: connections }, connection))
  const took = (performance.now() - begun) / 1000
  agent.destroy()
  times.sort((one, other) => one - other)
  const at = (share) => Number(times[Math.floor((times.length - 1) * share)].toFixed(1))
  return { rate: Math.round(times.length / took), p50: at(0.5), p99: at(0.99) }
}

export function send(url, agent, { body, ...options }) {
  return new Promise((answered, failed) => {
    const sent = request(url, { agent, ...options, headers: { ...options.headers, 'content-length': body.length } })
    sent.on('error', failed).on('response', (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part) => {
        text += part
      })
      response.on('end', () => {
        if (response.statusCode === 200) answered(text)
        else failed(new Error(`${url}: ${response.statusCode} for ${body}: ${text.slice(0, 300)}`))
      })
    })
    sent.end(body)
  })
}
