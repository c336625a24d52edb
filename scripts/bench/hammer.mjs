import { request } from 'node:http'
import { connect } from 'node:net'

export const connections = 16

/** Sends the requests over all connections: in turn for some seconds, or each of them once. */
export async function hammer(url, requests, { once, duration }) {
  const texts = requests.map(written)
  const times = []
  const begun = performance.now()
  let turn = 0
  let hasFailed = false
  const isOver = () => hasFailed || (once ? turn >= texts.length : performance.now() - begun >= duration * 1000)
  const connection = async () => {
    const line = new Line(new URL(url))
    try {
      while (!isOver()) {
        const sent = performance.now()
        await line.ask(texts[turn++ % texts.length])
        times.push(performance.now() - sent)
      }
    } catch (error) {
      hasFailed = true
      throw error
    } finally {
      line.end()
    }
  }
  await Promise.all(Array.from({ length: connections }, connection))
  const took = (performance.now() - begun) / 1000
  times.sort((one, other) => one - other)
  const at = (share) => Number(times[Math.floor((times.length - 1) * share)].toFixed(1))
  return { rate: Math.round(times.length / took), p50: at(0.5), p99: at(0.99) }
}

function written({ method, path, headers, body }) {
  const lines = Object.entries({ ...headers, 'content-length': Buffer.byteLength(body) })
  return `${method} ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`
}

/**
 * One kept connection. Node's own client works half as long on a call as the server does, on the same cores, and would be a
 * part of what is measured; this one knows as much HTTP as the two servers speak.
 */
class Line {
  #url
  #socket
  #asked
  #text = ''

  constructor(url) {
    this.#url = url
  }

  ask(text) {
    return new Promise((answered, failed) => {
      this.#asked = { text, answered, failed }
      this.#text = ''
      this.#socket ??= this.#open()
      this.#socket.write(text)
    })
  }

  end() {
    this.#socket?.destroy()
  }

  #open() {
    const socket = connect(Number(this.#url.port || 80), this.#url.hostname)
      .setNoDelay(true)
      .setEncoding('latin1')
    return socket
      .on('data', (part) => this.#take(part))
      .on('error', (error) => this.#asked.failed(error))
      .on('end', () => this.#asked.failed(new Error(`${this.#url}: the connection ended: ${this.#text.slice(0, 300)}`)))
  }

  #take(part) {
    this.#text += part
    const end = this.#text.indexOf('\r\n\r\n')
    if (end === -1) return
    const head = this.#text.slice(0, end)
    const length = /^content-length: (\d+)/im.exec(head)?.[1]
    const { text, answered, failed } = this.#asked
    if (length === undefined) return failed(new Error(`${this.#url}: an answer without a length: ${head}`))
    if (this.#text.length < end + 4 + Number(length)) return
    if (/^connection: close/im.test(head)) {
      this.#socket.destroy()
      this.#socket = undefined
    }
    if (/^HTTP\/1\.1 200 /.test(head)) answered()
    else failed(new Error(`${this.#url}: ${this.#text.slice(0, 600)} for ${text.slice(-300)}`))
  }
}

/** One request; gives the body of its answer. */
export function send(url, { body, ...options }) {
  return new Promise((answered, failed) => {
    const sent = request(url, {
      ...options,
      headers: { ...options.headers, 'content-length': Buffer.byteLength(body) },
    })
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
