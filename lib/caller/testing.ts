import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'

type Answer = (request: IncomingMessage, response: ServerResponse) => void
type Pair = Awaited<ReturnType<typeof generateKeyPair>> & { kid: string; alg: string }

const newKey = async (kid: string, alg = 'ES256'): Promise<Pair> => ({ ...(await generateKeyPair(alg)), kid, alg })

/**
 * A provider on this machine with real keys and real HTTP. `answers` takes the place of what it says under a path;
 * `asked` lists the paths that were asked for.
 */
export async function startIssuer() {
  let keys = [await newKey('first')]
  const asked: string[] = []
  const answers = new Map<string, Answer>()
  const server = createServer(async (request, response) => {
    const path = request.url ?? ''
    asked.push(path)
    const answer = answers.get(path)
    if (answer) return answer(request, response)
    if (path.endsWith('/openid-configuration')) return json(response, { issuer: url, jwks_uri: `${url}/keys` })
    const published = keys.map(async ({ publicKey, kid, alg }) => ({ ...(await exportJWK(publicKey)), kid, alg }))
    json(response, { keys: await Promise.all(published) })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    asked,
    answers,
    /** Publishes a new key in the place of the old one. */
    rotate: async (kid: string, alg?: string) => {
      keys = [await newKey(kid, alg)]
    },
    /** A token of ten minutes; `claims` may replace every part of it. */
    token: (claims: JWTPayload, at: Date, [key] = keys) => {
      const seconds = Math.floor(at.getTime() / 1000)
      const payload = { iss: url, sub: 'repo:dojo/app', aud: 'dojo', iat: seconds, exp: seconds + 600, ...claims }
      return new SignJWT(payload)
        .setProtectedHeader({ alg: key?.alg ?? '', kid: key?.kid })
        .sign((key as Pair).privateKey)
    },
    stop: () => new Promise((done) => server.close(done)),
  }
}

export function json(response: ServerResponse, content: unknown) {
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify(content))
}
