import { describe, expect, it } from 'vitest'
import { arrange, moved, visibleColumns } from './table-rows'
import type { TableState } from './table-state'

const state = (change: Partial<TableState>): TableState => ({
  search: '',
  sort: null,
  descending: false,
  page: 1,
  filters: {},
  ...change,
})
const items = [
  { name: 'user-10', sort: { age: 3 }, filter: { type: 'a' } },
  { name: 'User-2', sort: { age: 20 }, filter: { type: 'b' } },
  { name: 'admin', sort: { age: 100 }, filter: { type: 'a' }, search: 'admin AKIA1' },
]
const names = (change: Partial<TableState>, size = 10) =>
  arrange(items, state(change), size).rows.map((row) => row.name)

describe('arrange', () => {
  it('sorts names as people count, whatever their case', () => {
    expect(names({ sort: 'name' })).toEqual(['admin', 'User-2', 'user-10'])
    expect(names({ sort: 'name', descending: true })).toEqual(['user-10', 'User-2', 'admin'])
  })

  it('sorts numbers as numbers', () => {
    expect(names({ sort: 'age' })).toEqual(['user-10', 'User-2', 'admin'])
  })

  it('searches the search text, else the name', () => {
    expect(names({ search: 'akia' })).toEqual(['admin'])
    expect(names({ search: 'USER' })).toEqual(['user-10', 'User-2'])
  })

  it('filters and counts the matches of all pages', () => {
    const arranged = arrange(items, state({ filters: { type: 'a' } }), 1)
    expect(arranged).toMatchObject({ matches: 2, pages: 2, page: 1 })
  })

  it('falls back to the last page when the asked one is beyond it', () => {
    expect(arrange(items, state({ page: 9 }), 2)).toMatchObject({ page: 2, rows: [{ name: 'admin' }] })
  })
})

describe('columns in a person’s own order', () => {
  const columns = [
    { key: 'name', header: 'Name', locked: true },
    { key: 'a', header: 'A' },
    { key: 'b', header: 'B', hidden: true },
    { key: 'c', header: 'C' },
  ]
  const keys = (hidden: string[] | null, order: string[] | null) =>
    visibleColumns(columns, { hidden, order }).map((column) => column.key)

  it('keeps the locked one in front and new ones at the end', () => {
    expect(keys(null, null)).toEqual(['name', 'a', 'c'])
    expect(keys(['a'], ['c', 'name', 'b'])).toEqual(['name', 'c', 'b'])
    expect(keys([], ['b', 'gone'])).toEqual(['name', 'b', 'a', 'c'])
  })

  it('moves one to another place', () => {
    expect(moved(['a', 'b', 'c'], 'a', 2)).toEqual(['b', 'c', 'a'])
    expect(moved(['a', 'b', 'c'], 'c', 0)).toEqual(['c', 'a', 'b'])
    expect(moved(['a', 'b', 'c'], 'a', 9)).toEqual(['b', 'c', 'a'])
  })
})
