import { describe, expect, it } from 'vitest'
import { csvText } from './csv'

describe('csvText', () => {
  it('writes a header and rows', () => {
    expect(csvText(['User name', 'Password'], [['ann', 'x y']])).toBe('User name,Password\r\nann,x y\r\n')
  })

  it('quotes commas, quotes and line ends', () => {
    expect(csvText(['a'], [['1,"2"\n3']])).toBe('a\r\n"1,""2""\n3"\r\n')
  })

  it.each(['=', '+', '-', '@'])('disarms a cell that begins with %s', (sign) => {
    expect(csvText(['a'], [[`${sign}1`]])).toBe(`a\r\n"'${sign}1"\r\n`)
  })
})
