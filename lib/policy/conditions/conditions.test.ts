// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policy variables look like that
import { describe, expect, it } from 'vitest'
import { Condition } from '.'
import { readDate } from './date'
import { readBlock } from './ip'
import { readNumber } from './numeric'

const holds = (operator: string, written: string | string[], asked?: string | string[]) =>
  new Condition({ operator, key: 'Key', values: [written].flat() }, true).holds(
    new Map(
      asked === undefined
        ? [['other', 'o']]
        : [
            ['key', asked],
            ['other', 'o'],
          ],
    ),
  )

describe('conditions', () => {
  it.each([
    ['StringEquals', 'a', 'A', false],
    ['StringEquals', '*', 'a', false],
    ['StringEquals', '${*}', '*', true],
    ['StringEquals', ['x', '${other}'], 'o', true],
    ['StringEquals', '${none}', undefined, false],
    ['StringNotEquals', '${none}', 'a', true],
    ['StringEqualsIgnoreCase', 'aB', 'Ab', true],
    ['StringEqualsIgnoreCase', '${other}', 'O', true],
    ['StringLike', 'a*', 'abc', true],
    ['StringLike', 'a${*}', 'abc', false],
    ['StringLike', '*', undefined, false],
    ['StringNotLike', '*', undefined, true],
    ['StringNotLike', '*', 'a', false],
    ['NumericLessThan', '10', '9.5', true],
    ['NumericEquals', '10', '10.0', true],
    ['NumericEquals', '10', '10abc', false],
    ['NumericNotEquals', '10', '11', true],
    ['DateLessThan', '2030-01-01T00:00:00Z', '1893455999', true],
    ['DateLessThan', '2030-01-01T00:00:00Z', '1893456000', false],
    ['DateEquals', '2030-01-01', '2030-01-01T01:00:00+01:00', true],
    ['Bool', 'true', 'TRUE', true],
    ['Bool', 'yes', 'yes', false],
    ['BinaryEquals', 'QQ==', 'QQ', true],
    ['BinaryEquals', '%', '%', false],
    ['IpAddress', '0.0.0.0/0', '255.255.255.255', true],
    ['IpAddress', '10.1.2.3/8', '10.255.0.1', true],
    ['IpAddress', '10.0.0.0/31', '10.0.0.2', false],
    ['IpAddress', '10.0.0.1', '10.0.0.1', true],
    ['IpAddress', '2001:db8::/33', '2001:0DB8:7fff::1', true],
    ['IpAddress', '2001:db8::/33', '2001:db8:8000::', false],
    ['IpAddress', '10.0.0.0/8', '::ffff:10.0.0.1', false],
    ['IpAddress', '::ffff:10.0.0.0/104', '::FFFF:a00:1', true],
    ['IpAddress', '1:2:3:4:5:6:7:8', '1:2:3:4:5:6:0.7.0.8', true],
    ['IpAddress', '1::8/128', '1:0:0:0:0:0:0:8', true],
    ['IpAddress', '::/0', '::', true],
    ['NotIpAddress', '0.0.0.0/0', '::1', true],
    ['NotIpAddress', '10.0.0.0/8', '10.0.0.1', false],
    ['IpAddress', '10.0.0.0/8', '10.0.0.0/8', false],
    ['ArnLike', 'arn:aws:s3:::b*', 'arn:aws:s3:::bc:d', true],
    ['ArnEquals', 'arn:aws:*:b', 'arn:aws:s3:::b', false],
    ['ArnLike', '*', 'arn:aws:s3:::b', false],
    ['ArnNotLike', 'arn:aws:s3:::b', 'no arn', true],
    ['Null', 'true', undefined, true],
    ['Null', 'true', 'a', false],
    ['Null', 'false', [], false],
    ['StringEqualsIfExists', 'a', undefined, true],
    ['StringEqualsIfExists', 'a', 'b', false],
    ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'c'], false],
    ['ForAllValues:StringEquals', 'a', undefined, true],
    ['ForAnyValue:StringEquals', 'a', [], false],
    ['ForAnyValue:StringNotEquals', 'a', ['a', 'b'], true],
    ['ForAnyValue:StringNotEquals', 'a', undefined, false],
    ['ForAnyValue:StringEqualsIfExists', 'a', undefined, true],
    ['ForAnyValue:StringEquals', 'a', 'a', true],
    ['StringEquals', 'a', ['a'], false],
    ['StringNotEquals', 'b', ['a'], false],
    ['NullIfExists', 'true', undefined, false],
    ['ForAnyValue:Null', 'true', undefined, false],
    ['BinaryNotEquals', 'QQ==', 'Qg==', false],
    ['stringequals', 'a', 'a', false],
    ['constructor', 'a', 'a', false],
    ['', 'a', 'a', false],
  ])('%s %j asked with %j: %s', (operator, written, asked, expected) => {
    expect(holds(operator, written, asked)).toBe(expected)
  })

  it('fills a variable that holds a whole ARN before cutting it at its colons', () => {
    const sameArn = new Condition({ operator: 'ArnEquals', key: 'a', values: ['${b}'] }, true)
    const arn = 'arn:aws:iam::1:role/x'
    expect(
      sameArn.holds(
        new Map([
          ['a', arn],
          ['b', arn],
        ]),
      ),
    ).toBe(true)
  })
})

describe('readDate', () => {
  it.each([
    ['1970', 0],
    ['1970-02', 31 * 86_400_000],
    ['1970-01-02', 86_400_000],
    ['1970-01-01T00:00Z', 0],
    ['1970-01-01T00:00:01.5Z', 1500],
    ['1970-01-01T00:00:00-00:30', 1_800_000],
    ['0', 0],
    ['-1', -1000],
    ['12345', 12_345_000],
    ['2024-02-29', Date.UTC(2024, 1, 29)],
    ['0050-01-01', new Date('0050-01-01T00:00:00Z').getTime()],
    ['2023-02-29', null],
    ['2023-13-01', null],
    ['2023-1-1', null],
    ['2023-01-01T00:00:00', null],
    ['2023-01-01T24:00:00Z', null],
    ['2023-01-01 00:00:00Z', null],
    ['tomorrow', null],
    ['', null],
  ])('%j is %j', (text, expected) => {
    expect(readDate(text)).toBe(expected)
  })
})

describe('readBlock and readNumber', () => {
  it.each([
    '1.2.3',
    '1.2.3.256',
    '01.2.3.4',
    '1.2.3.4/33',
    '1.2.3.4/',
    '1.2.3.4/a',
    '0x7f.1',
    '::1%eth0',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1::2:3:4:5:6:7:8',
    ':::',
    ':1:2:3:4:5:6:7',
    '12345::',
    '::1.2.3',
    '::01.2.3.4',
    '::/129',
    '1::2::3',
    'a',
    '',
  ])('refuse the address %j', (text) => expect(readBlock(text)).toBeNull())

  it.each(['', ' 1', '1 ', '0x10', '1e3', 'NaN', 'Infinity', '.', '١'])('refuse the number %j', (text) =>
    expect(readNumber(text)).toBeNull(),
  )
})
