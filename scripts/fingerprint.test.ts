import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { whenChanged } from './fingerprint.mjs'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'iam-dojo-fingerprint-'))
  mkdirSync(join(folder, 'app/iam'), { recursive: true })
  writeFileSync(join(folder, 'app/iam/page.tsx'), 'one')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const work = vi.fn(async () => writeFileSync(join(folder, 'product'), ''))
const times = async () => {
  work.mockClear()
  await whenChanged({ sources: ['app', 'absent'], product: 'product', mark: 'mark', work, folder })
  return work.mock.calls.length
}

describe('whenChanged', () => {
  it('works at first, and not again', async () => {
    expect(await times()).toBe(1)
    expect(await times()).toBe(0)
  })

  it('works when a source changed, came or went', async () => {
    await times()
    writeFileSync(join(folder, 'app/iam/page.tsx'), 'two')
    expect(await times()).toBe(1)
    writeFileSync(join(folder, 'app/new.tsx'), '')
    expect(await times()).toBe(1)
    rmSync(join(folder, 'app/new.tsx'))
    expect(await times()).toBe(1)
  })

  it('takes no notice of tests', async () => {
    await times()
    writeFileSync(join(folder, 'app/iam/page.test.tsx'), '')
    expect(await times()).toBe(0)
  })

  it('works when the product is gone', async () => {
    await times()
    rmSync(join(folder, 'product'))
    expect(await times()).toBe(1)
  })

  it('works again after a failure', async () => {
    await times()
    writeFileSync(join(folder, 'app/iam/page.tsx'), 'broken')
    work.mockRejectedValueOnce(new Error('no'))
    await expect(times()).rejects.toThrow('no')
    writeFileSync(join(folder, 'app/iam/page.tsx'), 'one')
    expect(await times()).toBe(1)
  })
})
