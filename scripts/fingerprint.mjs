import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { root } from './place.mjs'

/** Does the work only when the sources' content differs from what the mark remembers of its last success. */
export async function whenChanged({ sources, product, mark, work, folder = root }) {
  const now = fingerprint(sources, folder)
  const path = join(folder, mark)
  if (existsSync(join(folder, product)) && existsSync(path) && readFileSync(path, 'utf8') === now) return
  rmSync(path, { force: true }) // INVARIANT: a mark exists only beside a whole product
  await work()
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, now)
}

function fingerprint(sources, folder) {
  const hash = createHash('sha256').update(process.versions.node)
  for (const file of sources.flatMap((source) => files(source, folder)).sort())
    hash.update(`\0${file}\0`).update(readFileSync(join(folder, file)))
  return hash.digest('hex')
}

function files(path, folder) {
  const whole = join(folder, path)
  if (!existsSync(whole)) return []
  if (statSync(whole).isFile()) return [path]
  return readdirSync(whole, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
}
