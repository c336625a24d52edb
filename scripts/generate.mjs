// Makes the two database clients: one set of models, two heads. Does nothing when the inputs have not changed.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const prismaCli = join(root, 'node_modules/prisma/build/index.js')

export const heads = ['sqlite', 'postgresql']

/** The files of one head's schema: its own head and the shared models. */
export function schemaFiles(head) {
  const models = readdirSync(join(root, 'prisma/models')).filter((name) => name.endsWith('.prisma'))
  return [
    { path: 'head.prisma', content: readFileSync(join(root, `prisma/${head}/head.prisma`), 'utf8') },
    ...models.sort().map((path) => ({ path, content: readFileSync(join(root, 'prisma/models', path), 'utf8') })),
  ]
}

/** Generates the clients whose inputs changed; gives the names of the heads that it made. */
export function generate({ force = false, log = () => {} } = {}) {
  return heads.filter((head) => {
    const files = schemaFiles(head)
    const stamp = hashOf(files)
    const stampFile = join(root, `generated/${head}/.stamp`)
    if (!force && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return false
    log(`generating the ${head} client`)
    generateHead(head, files)
    writeFileSync(stampFile, stamp)
    return true
  })
}

function generateHead(head, files) {
  const folder = join(root, 'generated/schema', head)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const { path, content } of files) writeFileSync(join(folder, path), content)
  execFileSync(process.execPath, [prismaCli, 'generate', '--schema', folder], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      // Prisma insists on a schema engine but does not run it to generate; any existing file spares the download.
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    },
  })
}

function hashOf(files) {
  const hash = createHash('sha256')
  hash.update(readFileSync(join(root, 'node_modules/prisma/package.json')))
  hash.update(readFileSync(fileURLToPath(import.meta.url)))
  for (const { path, content } of files) hash.update(`${path}\0${content}\0`)
  return hash.digest('hex')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  generate({ force: process.argv.includes('--force'), log: console.log })
}
