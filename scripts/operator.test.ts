import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'

// The command loads the house without its bundler, so only the command itself shows that it can.
it('npm run operator makes and lists accounts of a folder of its own', { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'iam-dojo-operator-'))
  const { IAM_DOJO_SECRET: _, DATABASE_URL: __, ...inherited } = process.env
  const operator = (...parameters: string[]) => {
    const program = [join(import.meta.dirname, 'operator.mjs'), 'account', ...parameters, '--json']
    const { status, stdout, stderr } = spawnSync(process.execPath, program, {
      env: { ...inherited, DATA_DIR: folder },
      encoding: 'utf8',
    })
    expect({ status, stderr }).toMatchObject({ status: 0 })
    return JSON.parse(stdout)
  }
  try {
    const made = operator('create', '--email', 'ann@example.org')
    expect(made).toMatchObject({ email: 'ann@example.org', password: expect.any(String) })
    expect(operator('list').accounts).toMatchObject([{ id: made.id, email: 'ann@example.org' }])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
