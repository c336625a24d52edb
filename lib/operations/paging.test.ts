import { describe, expect, it } from 'vitest'
import { cutPage, more, pageRequest } from './paging'

const names = ['ann', 'bob', 'éva']
const page = (request: Parameters<typeof pageRequest>[0]) => cutPage(names, pageRequest(request), (name) => name)

describe('paging', () => {
  it('gives up to 100 rows and no marker at the end', () => {
    expect(pageRequest({})).toEqual({ after: undefined, limit: 100 })
    expect(more(page({}))).toEqual({ IsTruncated: false })
    expect(more(page({ MaxItems: 3 }))).toEqual({ IsTruncated: false })
  })

  it('goes on after the last key, whatever came and went before it', () => {
    const first = page({ MaxItems: 2 })
    const { Marker, IsTruncated } = more(first) as { Marker: string; IsTruncated: boolean }
    expect(first.rows).toEqual(['ann', 'bob'])
    expect(IsTruncated).toBe(true)
    expect(page({ Marker }).rows).toEqual(['éva'])
    expect(cutPage(['abe', 'cid', 'éva'], pageRequest({ Marker }), (name) => name).rows).toEqual(['cid', 'éva'])
  })

  it('refuses a marker that it did not make', () => {
    expect(() => pageRequest({ Marker: 'not a marker' })).toThrow('Invalid Marker.')
  })
})
