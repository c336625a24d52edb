import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { transaction } from './client'
import { freshAccount } from './testing'
import { write } from './transactions'

const openFiles = () => readdirSync('/proc/self/fd').length

// An earlier release of the SQLite client opened one more file with each transaction until there were no more to open.
it.runIf(process.platform === 'linux')('1,500 transactions leave no file open', { timeout: 60_000 }, async () => {
  const account = await freshAccount()
  await write(account, async () => undefined)
  const before = openFiles()
  for (let round = 0; round < 1500; round++) {
    await transaction((db) => db.account.count({ where: { id: account } }))
  }
  expect(openFiles() - before).toBeLessThan(10)
})
