import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))

// To load the house anew for each of two hundred files would take longer than the tests. Files that put something else in
// a module's or the environment's place, and those that start programs, get a world of their own.
const all = ['lib', 'components', 'app', 'scripts']
  .flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((file) => join(room, file)),
  )
  .filter((file) => /(?<!\.fuzz)\.test\.tsx?$/.test(file))
const apart = all.filter(
  (file) =>
    file.startsWith('scripts/') || /vi\.(mock|stub|use)|process\.env/.test(readFileSync(join(root, file), 'utf8')),
)
const patience = { testTimeout: 20_000, hookTimeout: 20_000 }

export default defineConfig({
  resolve: {
    // Vitest is neither a server nor a client bundle of Next's; the guard's own empty module stands in for it.
    alias: { 'server-only': `${root}node_modules/server-only/empty.js`, '@': root.replace(/\/$/, '') },
  },
  test: {
    projects: [
      {
        extends: true,
        test: { ...patience, name: 'unit', include: all.filter((file) => !apart.includes(file)), isolate: false },
      },
      { extends: true, test: { ...patience, name: 'unit-apart', include: apart } },
      { extends: true, test: { name: 'fuzz', include: ['lib/**/*.fuzz.test.ts'], testTimeout: 3_600_000 } },
    ],
  },
})
