import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { flag, integer, tags } from '@/lib/operations/shapes'
import { decodeInput } from './decode'
import { readForm } from './form'

const schema = z.object({
  UserName: z.string().optional(),
  MaxItems: integer(1, 1000).optional(),
  HardExpiry: flag.optional(),
  Tags: tags.optional(),
  Entries: z.array(z.object({ Values: z.array(z.string()) })).optional(),
  Since: z.coerce.date().optional(),
  Map: z.record(z.string(), z.string()).optional(),
  Blob: z.instanceof(Uint8Array).optional(),
})

const decode = (...texts: string[]) => decodeInput(schema, readForm(...texts))

describe('decodeInput', () => {
  it('reads every kind of member by its shape', () => {
    expect(decode('UserName=a%20b+c%2B&MaxItems=7&HardExpiry=true')).toEqual({
      UserName: 'a b c+',
      MaxItems: 7,
      HardExpiry: true,
    })
    expect(decode('Tags.member.10.Key=z&Tags.member.10.Value=&Tags.member.2.Key=a&Tags.member.2.Value=%C3%BC')).toEqual(
      {
        Tags: [
          { Key: 'a', Value: 'ü' },
          { Key: 'z', Value: '' },
        ],
      },
    )
    expect(decode('Entries.member.1.Values.member.1=x&Entries.member.1.Values.member.2=y')).toEqual({
      Entries: [{ Values: ['x', 'y'] }],
    })
    expect(decode('Tags=')).toEqual({ Tags: [] })
    expect(decode('Since=2026-11-22T09:00:00Z&Blob=aGk%3D')).toEqual({
      Since: new Date('2026-11-22T09:00:00Z'),
      Blob: Buffer.from('hi'),
    })
    expect(decode('Map.entry.1.key=k&Map.entry.1.value=v')).toEqual({ Map: { k: 'v' } })
  })

  it('takes parameters from the address and the body, and overlooks what it does not know', () => {
    expect(decode('Action=X&UserName=ann', 'MaxItems=1&Nothing.member.1=x&__proto__.x=1&X-Amz-Date=1')).toEqual({
      UserName: 'ann',
      MaxItems: 1,
    })
    expect(({} as { x?: string }).x).toBeUndefined()
  })

  it.each(['MaxItems=ten', 'MaxItems=0x10', 'MaxItems=', 'MaxItems=1e3', 'HardExpiry=yes', 'Since=soon'])(
    'answers MalformedInput for %s',
    (text) => expect(() => decode(text)).toThrow(expect.objectContaining({ code: 'MalformedInput', status: 400 })),
  )

  it.each([
    ['a parameter twice', 'UserName=a&UserName=b'],
    ['a broken escape', 'UserName=%E4%BD'],
    ['a cut escape', 'UserName=%4'],
    ['too deep a name', `${'a.'.repeat(40)}b=1`],
    ['too many parameters', Array.from({ length: 10_001 }, (_, at) => `p${at}=1`).join('&')],
  ])('answers MalformedQueryString for %s', (_, text) => {
    expect(() => readForm(text)).toThrow(expect.objectContaining({ code: 'MalformedQueryString', status: 400 }))
  })

  it('answers MalformedQueryString for bytes that are not UTF-8', () => {
    expect(() => readForm(Buffer.from([0x61, 0x3d, 0xff]))).toThrow(
      expect.objectContaining({ code: 'MalformedQueryString' }),
    )
  })
})
