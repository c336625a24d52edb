import { describe, expect, it } from 'vitest'
import { compile } from '../compile'
import { readPlain } from '.'

const allow = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }
const document = (more: object = {}) => JSON.stringify({ Version: '2012-10-17', Statement: [{ ...allow, ...more }] })

describe('readPlain', () => {
  it('reads every element of the grammar, in any layout', () => {
    const text = JSON.stringify(
      {
        Id: 'all',
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'a": "b'.replaceAll('"', "'"),
            Effect: 'Deny',
            NotPrincipal: { AWS: ['111122223333', '*'], Service: 'x.amazonaws.com' },
            NotAction: ['s3:*', 'ec2:RunInstances', 'iam:Get*'],
            NotResource: 'arn:aws:s3:::a',
            Condition: {
              StringLike: { k: ['a', 'b'], K: 'c' },
              'ForAllValues:Bool': { k: [true, 'false', -10.5e1] },
            },
          },
          { Effect: 'Allow', Principal: '*', Action: 'a:b', Resource: ['*'] },
        ],
      },
      null,
      4,
    )
    expect(readPlain(text)).toEqual({
      version: '2012-10-17',
      statements: [
        {
          sid: "a': 'b",
          effect: 'Deny',
          principals: [
            { type: 'AWS', text: '111122223333' },
            { type: 'AWS', text: '*' },
            { type: 'Service', text: 'x.amazonaws.com' },
          ],
          exceptPrincipals: true,
          actions: ['s3:*', 'ec2:RunInstances', 'iam:Get*'],
          exceptActions: true,
          resources: ['arn:aws:s3:::a'],
          exceptResources: true,
          conditions: [
            { operator: 'StringLike', key: 'k', values: ['a', 'b'] },
            { operator: 'StringLike', key: 'K', values: ['c'] },
            { operator: 'ForAllValues:Bool', key: 'k', values: ['true', 'false', '-105'] },
          ],
        },
        {
          sid: undefined,
          effect: 'Allow',
          principals: [{ type: '*', text: '*' }],
          exceptPrincipals: false,
          actions: ['a:b'],
          exceptActions: false,
          resources: ['*'],
          exceptResources: false,
          conditions: [],
        },
      ],
    })
  })

  it.each([
    ['escapes', document({ Sid: 'say "yes"' })],
    ['letters beyond ASCII', document({ Sid: 'å' })],
    ['half a letter', `${document({ Sid: 'x' }).replace('x', '\ud800')}`],
    ['empty lists', document({ Resource: [] })],
    [
      'many conditions',
      document({
        Condition: {
          Null: Object.fromEntries(
            Array(40)
              .fill(0)
              .map((_, i) => [i, 'true']),
          ),
        },
      }),
    ],
    ['great length', `${document()}${' '.repeat(70_000)}`],
  ])('leaves %s to the exact reader, which takes them', (_, text) => {
    expect(readPlain(text)).toBeNull()
    expect(compile(text, 'identity')).toMatchObject({ valid: true, statements: [{ effect: 'Allow' }] })
  })

  it('does not read on in the text before', () => {
    expect(readPlain(document())).not.toBeNull()
    expect(readPlain(document().slice(0, -1))).toBeNull()
  })

  it.each([
    ['a key twice', '{"Statement":{"Effect":"Allow","Effect":"Allow","Action":"*","Resource":"*"}}'],
    [
      'an operator twice',
      document({ Condition: { Null: { a: 'true' }, Nul1: { b: 'true' } } }).replace('Nul1', 'Null'),
    ],
    ['a condition key twice', document({ Condition: { Null: { a: 'true', b: 'true' } } }).replace('"b"', '"a"')],
    ['a kind of principal twice', document({ Principal: { AWS: '*', AWZ: '*' } }).replace('AWZ', 'AWS')],
    ['an element and its opposite', document({ NotAction: '*' })],
    ['a key of the language', document().replace('"Effect"', '"__proto__":{},"Effect"')],
    ['a line break in a string', document({ Sid: 'a-b' }).replace('-', '\n')],
    ['no effect', document({ Effect: undefined })],
    ['an effect in small letters', document({ Effect: 'allow' })],
    ['something behind the end', `${document()}{}`],
    ['a comma too many', document().replace(']', ',]')],
    ['a brace too few', document().slice(0, -1)],
    ['another name in quotes of its own', document({ Principal: 'everybody' })],
    ['nothing', ''],
  ])('takes no document with %s, and nor does the exact reader', (_, text) => {
    expect(readPlain(text)).toBeNull()
    expect(compile(text, 'resource')).toMatchObject({ valid: false, statements: [] })
  })
})
