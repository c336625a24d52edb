import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))

export default defineConfig({
  resolve: {
    // Vitest is neither a server nor a client bundle of Next's; the guard's own empty module stands in for it.
    alias: { 'server-only': `${root}node_modules/server-only/empty.js`, '@': root.replace(/\/$/, '') },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{lib,components,app,scripts}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.fuzz.test.ts'],
          testTimeout: 20_000,
        },
      },
      { extends: true, test: { name: 'fuzz', include: ['lib/**/*.fuzz.test.ts'], testTimeout: 3_600_000 } },
    ],
  },
})
