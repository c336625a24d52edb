import './node-version.mjs'
import { join } from 'node:path'
import { root } from './place.mjs'
import { main, Refusal } from './say.mjs'
import { settle } from './settings.mjs'

// Works beside a running server and without one: both open the same database and go through the same door.
await main(async () => {
  process.chdir(root)
  const { databaseUrl } = settle()
  const { createJiti, generate, migrate } = await tools()
  generate()
  await migrate(databaseUrl)
  const jiti = createJiti(import.meta.url, {
    // Prisma's client takes node's own modules apart and must get them as they are.
    interopDefault: false,
    alias: { '@': root, 'server-only': join(root, 'node_modules/server-only/empty.js') },
  })
  const operator = await jiti.import('../lib/operator/command.ts')
  const json = process.argv.includes('--json')
  try {
    const { output } = await operator.operatorCommand(process.argv.slice(2))
    process.stdout.write(`${output}\n`)
  } catch (error) {
    if (!operator.isAwsError(error) && !error.code?.startsWith('ERR_PARSE_ARGS')) throw error
    const { code, message } = error
    console.error(json ? JSON.stringify({ code, message }) : message)
    process.exitCode = 1
  } finally {
    await operator.closeDatabase()
  }
})

async function tools() {
  try {
    const [jiti, generating, migrating] = await Promise.all([
      import('jiti'),
      import('./generate.mjs'),
      import('./migrate.mjs'),
    ])
    return { ...jiti, ...generating, ...migrating }
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error
    throw new Refusal('The packages are not installed yet: run npm start once, or npm install.')
  }
}
