import { root } from './place.mjs'
import { build, generate, install } from './prepare.mjs'
import { seconds } from './say.mjs'
import { freePort, settle } from './settings.mjs'
import { leave, whenStopped } from './stop.mjs'

/** From whatever state the folder is in to a server that answers; `mode` is Node's own word for it. */
export async function serve(mode) {
  const begun = performance.now()
  process.chdir(root)
  console.log('IAM Dojo')
  const { port, host, databaseUrl, url } = settle()
  await freePort(port, host)
  await install()
  await generate()
  await migrate(databaseUrl)
  if (mode === 'production') await build()
  whenStopped(leave)
  process.env.NODE_ENV = mode
  await import('../server.mjs')
  console.log(`\nReady after ${seconds(performance.now() - begun)}. Sign in at ${url}/signin\n`)
}

async function migrate(databaseUrl) {
  const { migrate } = await import('./migrate.mjs')
  await migrate(databaseUrl, { log: (line) => console.log(`  ${line}`) })
}
