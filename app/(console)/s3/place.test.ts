import { describe, expect, it } from 'vitest'
import { bucketCrumbs, folderHref, foldersOf, lastPart, objectHref } from './place'

describe('the addresses of objects', () => {
  it.each(['../../etc/passwd', 'a b+c&d=e?#%.txt', 'a//b', 'folder/', '/', '📎 ü.txt', '.'])(
    'keep %s as it is',
    (key) => {
      const address = new URL(objectHref('acme', key), 'http://dojo.example')
      expect(address.pathname).toBe('/s3/buckets/acme/object')
      expect(address.searchParams.get('key')).toBe(key)
    },
  )

  it('name the bucket alone for its first level', () => {
    expect(folderHref('acme', '')).toBe('/s3/buckets/acme')
  })
})

describe('foldersOf', () => {
  it('knows folders without a name', () => {
    expect(foldersOf('a//c.txt')).toEqual(['a/', 'a//'])
    expect(foldersOf('c.txt')).toEqual([])
  })
})

describe('lastPart', () => {
  it.each([
    ['a/b/c.txt', 'c.txt'],
    ['a/b/', 'b/'],
    ['a//', '/'],
    ['/', '/'],
    ['c.txt', 'c.txt'],
  ])('of %s is %s', (key, part) => {
    expect(lastPart(key)).toBe(part)
  })
})

it('leads back through every folder', () => {
  expect(bucketCrumbs('acme', 'a/b/').map(({ label }) => label)).toEqual(['S3', 'acme', 'a/', 'b/'])
})
