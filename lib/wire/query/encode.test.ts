import * as iam from '@aws-sdk/client-iam'
import * as sts from '@aws-sdk/client-sts'
import { describe, expect, it } from 'vitest'
import { encodeMembers, facts } from './encode'

describe('encodeMembers', () => {
  it('writes every kind of value as AWS does', () => {
    expect(
      encodeMembers({
        User: { UserName: 'ann', CreateDate: new Date('2026-11-22T09:00:00.789Z'), Path: undefined },
        IsTruncated: false,
        MaxItems: 7,
        Tags: [{ Key: 'a', Value: '' }],
        Users: [],
        Names: ['x', 'y'],
        SummaryMap: { Users: 1 },
        Content: new Uint8Array([1, 2, 3]),
      }),
    ).toBe(
      '<User><UserName>ann</UserName><CreateDate>2026-11-22T09:00:00Z</CreateDate></User>' +
        '<IsTruncated>false</IsTruncated><MaxItems>7</MaxItems>' +
        '<Tags><member><Key>a</Key><Value></Value></member></Tags><Users></Users>' +
        '<Names><member>x</member><member>y</member></Names>' +
        '<SummaryMap><entry><key>Users</key><value>1</value></entry></SummaryMap><Content>AQID</Content>',
    )
  })

  it('keeps any text whole and any document readable', () => {
    expect(encodeMembers({ Description: `<a b="c">&'\t\r\n]]>` })).toBe(
      '<Description>&lt;a b=&quot;c&quot;&gt;&amp;&apos;&#x9;&#xD;&#xA;]]&gt;</Description>',
    )
    expect(encodeMembers({ Description: 'a\u0000b\u0001\uFFFE\uD800\u0085🙂' })).toBe(
      '<Description>a\uFFFDb\uFFFD\uFFFD\uFFFD&#x85;🙂</Description>',
    )
    const PolicyDocument = `{"a": "it's (ü)*!\t+~"}`
    const encoded = /^<PolicyDocument>(.*)<\/PolicyDocument>$/.exec(encodeMembers({ PolicyDocument }))?.[1] ?? ''
    expect(encoded).toMatch(/^(%[0-9A-F]{2}|[\w.~-])+$/)
    expect(decodeURIComponent(encoded)).toBe(PolicyDocument)
  })
})

// The SDK's own description of a service: a structure is [3, namespace, name, traits, members, types], an operation
// [9, namespace, name, traits, input, output], a map has kind 2, or is a number from 128 where it needs no description.
type Schema = number | readonly [number, string, string, unknown, ...unknown[]]

function schemaOf(reference: unknown): Schema {
  if (typeof reference === 'function') return schemaOf(reference())
  if (Array.isArray(reference) && typeof reference[0] !== 'number') return schemaOf(reference[0])
  return reference as Schema
}

function mapsIn(reference: unknown, name = '', seen = new Set<unknown>()): string[] {
  const schema = schemaOf(reference)
  if (typeof schema === 'number') return schema >= 128 && schema < 256 ? [name] : []
  if (seen.has(schema)) return []
  seen.add(schema)
  const [kind, , , , first, second] = schema
  if (kind === 2) return [name]
  if (kind === 1) return mapsIn(first, name, seen)
  const members = kind === 3 ? (first as string[]) : []
  return members.flatMap((member, at) => mapsIn((second as unknown[])[at], member, seen))
}

describe("the facts of AWS's models", () => {
  const operations = [iam, sts]
    .flatMap((service) => Object.values(service))
    .filter((value) => Array.isArray(value) && value[0] === 9)
    .map(([, , name, , , output]) => ({ name: name as string, output: schemaOf(output) }))

  it('are those of the official SDK', () => {
    expect(operations.length).toBeGreaterThan(190)
    expect(new Set(operations.flatMap(({ output }) => mapsIn(output)))).toEqual(facts.maps)
    const empty = operations.filter(
      ({ output }) =>
        Array.isArray(output) &&
        output[2] !== '__Unit' &&
        output[1].startsWith('com.amazonaws') &&
        (output[4] as string[]).length === 0,
    )
    expect(new Set(empty.map(({ name }) => name))).toEqual(facts.emptyResults)
  })
})
