import { describe, expect, it } from 'vitest'
import { shownPages } from './pagination'

describe('shownPages', () => {
  it('shows every page of seven or fewer, and one of none', () => {
    expect(shownPages(1, 3)).toEqual([1, 2, 3])
    expect(shownPages(1, 0)).toEqual([1])
  })

  it.each([
    [1, [1, 2, 3, 4, null, 79]],
    [4, [1, null, 3, 4, 5, null, 79]],
    [40, [1, null, 39, 40, 41, null, 79]],
    [79, [1, null, 76, 77, 78, 79]],
  ])('keeps the ends and the neighbours of page %i', (page, shown) => {
    expect(shownPages(page, 79)).toEqual(shown)
  })
})
