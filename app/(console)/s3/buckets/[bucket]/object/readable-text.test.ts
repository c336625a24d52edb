import { describe, expect, it } from 'vitest'
import { readableText } from './readable-text'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('readableText', () => {
  it.each(['text/plain', 'text/html; charset=utf-8', 'application/json', 'image/svg+xml', 'binary/octet-stream'])(
    'shows %s',
    (type) => {
      expect(readableText(bytes('Grüße'), type)).toEqual({ text: 'Grüße' })
    },
  )

  it('does not show what is no text', () => {
    expect(readableText(bytes('x'), 'image/png')).toHaveProperty('reason')
    expect(readableText(new Uint8Array([0xff, 0xd8, 0xff]), 'binary/octet-stream')).toHaveProperty('reason')
    expect(readableText(bytes('a\0b'), 'binary/octet-stream')).toHaveProperty('reason')
  })

  it('shows 256 KB and not a byte more', () => {
    expect(readableText(new Uint8Array(256 * 1024).fill(65), 'text/plain')).toHaveProperty('text')
    expect(readableText(new Uint8Array(256 * 1024 + 1).fill(65), 'text/plain')).toHaveProperty('reason')
  })
})
