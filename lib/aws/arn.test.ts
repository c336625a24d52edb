import { describe, expect, it } from 'vitest'
import { formatArn, iamArn, nameInArn, parseArn } from './arn'

describe('parseArn', () => {
  it('keeps the colons of the last part', () => {
    expect(parseArn('arn:aws:logs:us-east-1:123456789012:log-group:/app:*')).toEqual({
      partition: 'aws',
      service: 'logs',
      region: 'us-east-1',
      account: '123456789012',
      resource: 'log-group:/app:*',
    })
  })

  it('gives back what formatArn wrote', () => {
    const text = 'arn:aws:s3:::lab/a:b.txt'
    const arn = parseArn(text)
    expect(arn && formatArn(arn)).toBe(text)
  })

  it.each(['', '*', 'arn', 'arn:aws:s3', 'arn:aws:s3::', 'ARN:aws:s3:::b', 'lab'])('refuses %j', (text) => {
    expect(parseArn(text)).toBeNull()
  })
})

describe('iamArn', () => {
  it('puts the path between kind and name', () => {
    expect(iamArn('123456789012', 'user', 'ann')).toBe('arn:aws:iam::123456789012:user/ann')
    expect(iamArn('123456789012', 'role', 'app', '/dev/')).toBe('arn:aws:iam::123456789012:role/dev/app')
    expect(nameInArn('arn:aws:iam::123456789012:role/dev/app')).toBe('app')
  })
})
