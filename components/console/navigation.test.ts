import { describe, expect, it } from 'vitest'
import { consoleOf, currentItem } from './navigation'

const current = (path: string) => currentItem(path, consoleOf(path))

describe('the current item', () => {
  it('is the longest that leads to the page', () => {
    expect(current('/iam/users/ann')).toBe('/iam/users')
    expect(current('/iam')).toBe('/iam')
  })

  it('does not take a name for a prefix', () => {
    expect(current('/iam/users-of-old')).toBeUndefined()
  })

  it('is the dashboard on the dashboard alone', () => {
    expect(current('/iam/credentials')).toBeUndefined()
    expect(current('/events/e-1')).toBe('/events')
  })

  it('belongs to the console of the address', () => {
    expect(consoleOf('/s3/buckets/lab').id).toBe('s3')
    expect(consoleOf('/').id).toBe('iam')
  })
})
