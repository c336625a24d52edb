import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findOperation, operations } from './index'

const folder = import.meta.dirname

/** `attach-user-policy.ts` is `AttachUserPolicy`. */
const nameOf = (file: string) =>
  file.replace(/\.ts$/, '').replace(/(^|-)([a-z0-9])/g, (_, __, letter: string) => letter.toUpperCase())

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .filter((file) => /= operation\(/.test(readFileSync(join(folder, file), 'utf8')))

describe('the list of operations', () => {
  it('has every operation that has a file, once, under the name of its file', () => {
    const listed = operations.map(({ service, name }) => `${service} ${name}`.toLowerCase())
    const written = files.map((file) =>
      `${file.split('/').at(-2)} ${nameOf(file.split('/').at(-1) ?? '')}`.toLowerCase(),
    )
    expect(listed.toSorted()).toEqual(written.toSorted())
  })

  it('is looked up by service and name', () => {
    expect(findOperation('iam', 'CreateUser')).toMatchObject({ service: 'iam', name: 'CreateUser', kind: 'write' })
    expect(findOperation('s3', 'CreateUser')).toBeUndefined()
  })

  it.each(operations.map((operation) => [operation.name, operation] as const))(
    '%s says what it does',
    (_, operation) => {
      expect(operation.summary).toMatch(/^[A-Z].*\.$/)
    },
  )
})
