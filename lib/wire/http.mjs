// Plain JavaScript: the thread that listens loads no more of us than this.

const megabyte = 1024 * 1024
/** An object of 5 MB in signed chunks, with room. */
const largest = 6 * megabyte
/** How much of a body that is too large is thrown away, so that its sender gets to read the answer. */
const patience = 64 * megabyte

/** Every FactualHeader of lib/caller/request-facts.ts. */
const factual = ['x-iam-dojo-remote', 'user-agent', 'x-forwarded-proto']

/** Answers one AWS API call on Node's own request: its address is the signed one, byte for byte. Never rejects. */
export async function answerHttp(request, response, answer) {
  try {
    const body = await readBody(request)
    const { status, headers, body: content } = await answer(asReceived(request, body))
    if (body === null) response.setHeader('connection', 'close')
    // The answer to HEAD tells a length of its own.
    response.writeHead(status, { 'content-length': Buffer.byteLength(content), ...headers }).end(content)
  } catch (error) {
    // A client that goes away in the middle of its body is not worth a line.
    if (!request.readableAborted) console.error('A call of the AWS API got no answer:', error)
    if (response.headersSent) response.destroy()
    else response.writeHead(500).end()
  }
}

/** In few and flat parts: perhaps they are sent to another thread. */
function asReceived({ method = 'GET', url = '/', rawHeaders, headers }, body) {
  const seen = Object.fromEntries(factual.map((name) => [name, headers[name]?.toString() ?? null]))
  return { method, url, rawHeaders, body, seen }
}

/** The whole body as sent, or null for one that is too large: no more of it than the limit is ever kept. */
function readBody(request) {
  if (Number(request.headers['content-length'] ?? 0) > patience) return Promise.resolve(null)
  const parts = []
  let size = 0
  // Listeners and no loop over the stream: for a small body that costs more than all the rest of reading it.
  return new Promise((resolve, reject) => {
    request.on('data', (part) => {
      size += part.length
      if (size <= largest) parts.push(part)
      else parts.length = 0
      if (size <= patience) return
      // To destroy the request would be to destroy the answer's connection.
      request.pause()
      resolve(null)
    })
    request.on('end', () => resolve(size > largest ? null : Buffer.concat(parts)))
    request.on('error', reject)
  })
}
