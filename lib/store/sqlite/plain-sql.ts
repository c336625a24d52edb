import 'server-only'
import { Prisma, type PrismaClient } from '@/generated/sqlite/client'
import type { Db } from '../client'
import type { Result, Value } from './connection'
import { toRow, toValue } from './values'

type Run = (sql: string, values: Value[]) => Result | Promise<Result>

/**
 * Prisma's client, whose `$queryRaw` and `$executeRaw` go straight to the connection: a tenth of the time, and the same rows.
 * Refuses to be used when it is no longer open.
 */
export function plainSql(client: PrismaClient, run: Run, isOpen = () => true): Db {
  const send = (template: TemplateStringsArray | Prisma.Sql, values: unknown[]) => {
    const whole = 'raw' in template ? Prisma.sql(template, ...values) : template
    return run(whole.sql, whole.values.map(toValue))
  }
  const own = {
    async $queryRaw(template: TemplateStringsArray | Prisma.Sql, ...values: unknown[]) {
      const { columns, rows } = await send(template, values)
      return rows.map((row) => toRow(columns, row))
    },
    async $executeRaw(template: TemplateStringsArray | Prisma.Sql, ...values: unknown[]) {
      return (await send(template, values)).changes
    },
  }
  // Over nothing: a proxy over the client, which is one itself, would have it describe each member once more.
  return new Proxy({} as Db, {
    get(_, name) {
      if (!isOpen()) throw new Error('This transaction is over.')
      return name in own ? own[name as keyof typeof own] : Reflect.get(client, name)
    },
  })
}
