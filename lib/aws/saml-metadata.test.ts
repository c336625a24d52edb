import { describe, expect, it } from 'vitest'
import { samlMetadata } from '@/lib/operations/testing/saml'
import { parseSamlMetadata } from './saml-metadata'

const certificate = (text: string) => `<ds:X509Certificate>${text}</ds:X509Certificate>`

describe('metadata', () => {
  it('tells the entity, its certificates once each and without blanks, and its end', () => {
    const key = certificate('AA\n BB') + certificate('AABB') + certificate('CC')
    const attributes = ' entityID="https://idp.example.com/?a=1&amp;b=&lt;2>" validUntil="2030-01-01T00:00:00Z"'
    expect(parseSamlMetadata(samlMetadata({ key, attributes }))).toEqual({
      entityId: 'https://idp.example.com/?a=1&b=<2>',
      validUntil: '2030-01-01T00:00:00Z',
      certificates: ['AABB', 'CC'],
    })
  })

  it('counts keys for both uses, and none that only encrypt', () => {
    expect(parseSamlMetadata(samlMetadata({ use: '' }))?.certificates).toHaveLength(1)
    expect(parseSamlMetadata(samlMetadata({ use: ' use="encryption"' }))).toBeNull()
  })

  it.each([
    ['has no entity', samlMetadata({ attributes: '' })],
    ['has no certificate', samlMetadata({ key: '' })],
    [
      'has more certificates than one tries',
      samlMetadata({ key: ['A', 'B', 'C', 'D', 'E', 'F'].map(certificate).join('') }),
    ],
    ['declares a document type', samlMetadata({ before: '<!DOCTYPE x>' })],
    ['is too long', samlMetadata().padEnd(500_001)],
    ['is no XML', 'metadata'],
  ])('that %s is none', (_, document) => {
    expect(parseSamlMetadata(document)).toBeNull()
  })
})
