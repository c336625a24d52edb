import 'server-only'
import { iamArn } from '@/lib/aws/arn'
import type { Db } from './client'
import { refusing } from './errors'
import { type Page, pageOf } from './rows'
import { type User, userColumns } from './users'

export type MfaDevice = {
  serial: string
  name: string
  path: string
  createdAt: Date
  /** The user's ID; for root's devices the account's. Null: made but not assigned. */
  userId: string | null
  enabledAt: Date | null
}

/** A device with what its codes are checked against. */
export type MfaClock = MfaDevice & { seedSealed: string; lastUsedStep: number | null; drift: number }

/** `user` is null for root's devices and for those that nobody has. */
export type ListedMfaDevice = MfaDevice & { user: User | null }

const columns = { name: true, path: true, createdAt: true, userId: true, enabledAt: true } as const
const clockColumns = { ...columns, seedSealed: true, lastUsedStep: true, drift: true } as const

export const mfaDevicesOf = (db: Db, accountId: string) => {
  const prefix = iamArn(accountId, 'mfa', '', '')
  // Names are unique, and found, without regard to case.
  const keyOf = (serial: string) => (serial.startsWith(prefix) ? serial.slice(prefix.length).toLowerCase() : '')
  const byKey = (serial: string) => ({ accountId, nameKey: keyOf(serial) })
  const withSerial = <Row extends { name: string; path: string }>(row: Row) => ({
    ...row,
    serial: prefix + row.path + row.name,
  })

  return {
    find: async (serial: string): Promise<MfaClock | null> => {
      const row = await db.mfaDevice.findUnique({ where: { accountId_nameKey: byKey(serial) }, select: clockColumns })
      return row && withSerial(row)
    },

    create: async (device: { name: string; path: string; seedSealed: string; createdAt: Date }): Promise<MfaDevice> => {
      const data = { ...device, accountId, nameKey: keyOf(prefix + device.path + device.name) }
      return withSerial(await refusing(`MFA device ${device.name}`, db.mfaDevice.create({ data, select: columns })))
    },

    /** Gives the device to a user, or to root by the account's ID. `step` is that of the last code that proved it. */
    assign: async (serial: string, to: { userId: string; at: Date; step: number; drift: number }): Promise<void> => {
      const data = { userId: to.userId, enabledAt: to.at, lastUsedStep: to.step, drift: to.drift }
      await db.mfaDevice.update({ where: { accountId_nameKey: byKey(serial) }, data })
    },

    unassign: async (serial: string): Promise<void> => {
      const data = { userId: null, enabledAt: null, drift: 0 }
      await db.mfaDevice.update({ where: { accountId_nameKey: byKey(serial) }, data })
    },

    /**
     * Uses up a time step with all before it. False where it was used before: of two calls with one code, also at the same
     * moment, one gets true.
     */
    claimStep: async (serial: string, step: number, drift?: number): Promise<boolean> => {
      const unused = [{ lastUsedStep: null }, { lastUsedStep: { lt: step } }]
      const where = { ...byKey(serial), userId: { not: null }, OR: unused }
      const { count } = await db.mfaDevice.updateMany({ where, data: { lastUsedStep: step, drift } })
      return count === 1
    },

    delete: async (serial: string): Promise<void> => {
      await db.tag.deleteMany({ where: { accountId, resourceType: 'mfa', resourceId: keyOf(serial) } })
      await db.mfaDevice.deleteMany({ where: byKey(serial) })
    },

    /** By path and name. */
    ofUser: async (userId: string): Promise<MfaDevice[]> => {
      const where = { accountId, userId }
      const rows = await db.mfaDevice.findMany({ where, orderBy: { nameKey: 'asc' }, select: columns })
      return rows.map(withSerial)
    },

    countOf: (userId: string): Promise<number> => db.mfaDevice.count({ where: { accountId, userId } }),

    /** By path and name; `after` is the `next` of the page before. */
    list: async (query: { assigned?: boolean; after?: string; limit: number }): Promise<Page<ListedMfaDevice>> => {
      const userId = query.assigned === undefined ? undefined : query.assigned ? { not: null } : null
      const rows = await db.mfaDevice.findMany({
        where: { accountId, nameKey: { gt: query.after }, userId },
        orderBy: { nameKey: 'asc' },
        take: query.limit + 1,
        select: columns,
      })
      const page = pageOf(rows.map(withSerial), query.limit, ({ serial }) => keyOf(serial))
      const ids = page.rows.flatMap((row) => row.userId ?? [])
      const users = await db.user.findMany({ where: { accountId, id: { in: ids } }, select: userColumns })
      const byId = new Map(users.map((user) => [user.id, user]))
      return { ...page, rows: page.rows.map((row) => ({ ...row, user: byId.get(row.userId ?? '') ?? null })) }
    },

    /** Under what the tags of a device are kept. */
    tagId: (serial: string): string => keyOf(serial),
  }
}
