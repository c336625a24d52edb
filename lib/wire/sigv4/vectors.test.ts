import { describe, expect, it } from 'vitest'
import type { WireRequest } from '../message'
import { readClaim } from './claim'
import { isRefusal } from './refusal'
import suite from './vectors.json'
import { verify } from './verify'

type Case = { name: string; method: string; target: string; headers?: string[][]; body?: string; signature: string }

/** As Node reads a request: one character for each byte. */
const bytes = (text: string) => Buffer.from(text, 'utf8').toString('latin1')

function requestOf({ method, target, headers = [], body = '', signature }: Case): WireRequest {
  const [path = '', query = ''] = bytes(target).split('?')
  const given = [['host', 'example.amazonaws.com'], ['x-amz-date', suite.date], ...headers].map(
    ([name = '', value = '']) => [name.toLowerCase(), value] as const,
  )
  const signed = [...new Set(given.map(([name]) => name))].sort().join(';')
  const credential = `${suite.key.id}/${suite.scope}`
  const authorization = `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${signed}, Signature=${signature}`
  return { method, path, query, headers: [...given, ['authorization', authorization]], body: Buffer.from(body) }
}

const now = new Date('2015-08-30T12:36:00Z')
const check = async (request: WireRequest) => {
  const claim = readClaim(request)
  return isRefusal(claim) ? claim : verify(request, claim, now, findKey)
}

const findKey = async (id: string) => (id === suite.key.id ? suite.key : null)

describe("AWS's signature test suite", () => {
  it.each(suite.cases as Case[])('$name', async (vector) => {
    expect(await check(requestOf(vector))).toMatchObject({ key: suite.key })
    const forged = requestOf({ ...vector, signature: `0${vector.signature.slice(1)}` })
    const broken = vector.signature.startsWith('0') ? { ...forged, method: 'PUT' } : forged
    expect(await check(broken)).toEqual({ refused: { kind: 'mismatch' } })
  })
})
