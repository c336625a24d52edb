import 'server-only'
import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'

// The bundler moves modules but not data, so the path starts at the folder the server was started in.
const folder = () => join(process.cwd(), 'lib/aws/catalogue/data')

export function readIndex<Index>(file: string): Index {
  return JSON.parse(readFileSync(join(folder(), file), 'utf8')) as Index
}

/** Reads and opens one chunk of a file of chunks; `ends` are the offsets at which they end. */
export function readChunk<Chunk>(file: string, ends: readonly number[], position: number): Chunk {
  const start = ends[position - 1] ?? 0
  const bytes = Buffer.alloc((ends[position] ?? start) - start)
  const descriptor = openSync(join(folder(), file), 'r')
  try {
    readSync(descriptor, bytes, 0, bytes.length, start)
  } finally {
    closeSync(descriptor)
  }
  return JSON.parse(brotliDecompressSync(bytes).toString('utf8')) as Chunk
}
