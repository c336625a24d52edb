import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './place.mjs'

/** Does the work only when the sources' content differs from what the mark remembers of its last success. */
export async function whenChanged({ sources, product, mark, work }) {
  const now = fingerprint(sources)
  const path = join(root, mark)
  if (existsSync(join(root, product)) && existsSync(path) && readFileSync(path, 'utf8') === now) return
  rmSync(path, { force: true }) // INVARIANT: a mark exists only beside a whole product
  await work()
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, now)
}

function fingerprint(sources) {
  const hash = createHash('sha256').update(process.versions.node)
  for (const file of sources.flatMap((source) => files(source)).sort())
    hash.update(`\0${file}\0`).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

function files(path) {
  const whole = join(root, path)
  if (!existsSync(whole)) return []
  if (statSync(whole).isFile()) return [path]
  return readdirSync(whole, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
}
