import 'server-only'
import { type Catalogue, type CompactIndex, type CompactService, catalogueOf } from './catalogue'
import { readChunk, readIndex } from './chunks'

type Slot = { dojoCatalogue?: { index: CompactIndex & { ends: number[] }; catalogue: Catalogue } }
// Next evaluates a module more than once in a process; the slot keeps the data there once.
const slot = globalThis as Slot

function open() {
  if (slot.dojoCatalogue) return slot.dojoCatalogue
  const index = readIndex<CompactIndex & { ends: number[] }>('services.json')
  const place = new Map(index.rows.map(([prefix], position) => [prefix, position]))
  const catalogue = catalogueOf(index, (prefix) => {
    const position = place.get(prefix)
    return position === undefined ? null : readChunk<CompactService>('services.br', index.ends, position)
  })
  slot.dojoCatalogue = { index, catalogue }
  return slot.dojoCatalogue
}

/** The whole catalogue on the server. The first call reads the index (40 KB), each service its own chunk when asked for. */
export function actionCatalogue(): Catalogue {
  return open().catalogue
}

/** What a browser needs to build its own catalogue with `catalogueOf`: the index first, services as they are wanted. */
export function compactIndex(): CompactIndex {
  const { rows, globalKeys, borrowedPrefixes, arnOwners } = open().index
  return { rows, globalKeys, borrowedPrefixes, arnOwners }
}

export function compactService(prefix: string): CompactService | null {
  const { index } = open()
  const position = index.rows.findIndex(([known]) => known === prefix.toLowerCase())
  return position < 0 ? null : readChunk<CompactService>('services.br', index.ends, position)
}
