import { describe, expect, it } from 'vitest'
import { defaultPreferences, readPreferences, readTableState } from './table-state'

describe('readTableState', () => {
  it('reads search, sort, page and filters from the address', () => {
    const params = { q: 'ann', sort: '-CreateDate', page: '3', type: 'customer' }
    const options = { sortable: ['CreateDate'], filters: { type: ['customer', 'aws'] } }
    expect(readTableState(params, options)).toEqual({
      search: 'ann',
      sort: 'CreateDate',
      descending: true,
      page: 3,
      filters: { type: 'customer' },
    })
  })

  it('ignores columns, filters and pages that do not exist', () => {
    const params = { sort: 'password', page: '-1', type: 'x' }
    const options = { sortable: ['UserName'], defaultSort: 'UserName', filters: { type: ['aws'] } }
    expect(readTableState(params, options)).toEqual({
      search: '',
      sort: 'UserName',
      descending: false,
      page: 1,
      filters: {},
    })
  })

  it('keeps two tables of one page apart', () => {
    const params = { q: 'one', 'groups.q': 'two' }
    expect(readTableState(params, { prefix: 'groups' }).search).toBe('two')
  })
})

describe('readPreferences', () => {
  it('falls back when the cookie holds nonsense', () => {
    expect(readPreferences('{')).toEqual(defaultPreferences)
    expect(readPreferences('{"size":7,"hidden":"x"}').size).toBe(20)
  })

  it('reads what was kept', () => {
    expect(readPreferences('{"size":50,"wrap":true,"hidden":["Path"],"order":["b","a",7]}')).toEqual({
      size: 50,
      wrap: true,
      compact: false,
      hidden: ['Path'],
      order: ['b', 'a'],
    })
  })
})
