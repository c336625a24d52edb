import 'server-only'
import { randomInt } from 'node:crypto'
import { z } from 'zod'
import { hashPassword } from '@/lib/secrets/password-hash'
import { randomPassword } from '@/lib/secrets/random-password'
import { seal } from '@/lib/secrets/seal'
import { write } from '@/lib/store'
import { operatorOperation } from '../define'
import { newAccessKey } from '../nouns/access-key'
import { password } from '../shapes'
import { accountAlias, accountId, accountShape, onAccount } from './shapes/account'
import { operatorEvent } from './shapes/operator-event'

const accessKey = z.object({
  id: z.string().regex(/^\w{16,128}$/, 'Use 16 to 128 letters or numbers'),
  secret: z.string().regex(/^\S{8,128}$/, 'Use 8 to 128 characters without blanks'),
})

export const createAccount = operatorOperation({
  name: 'CreateAccount',
  summary: 'Make an account with its root user.',
  kind: 'write',
  input: z.object({
    /** Without one: 12 random digits. */
    id: accountId.optional(),
    alias: accountAlias.nullish(),
    email: z.email('Use an e-mail address').max(254),
    /** Without one: a random password, which the answer tells. */
    password: password.optional(),
    /** A key for root: one that is given, or with `true` a new one. */
    accessKey: z.union([accessKey, z.boolean()]).optional(),
  }),
  run: async ({ input, directory, ...around }) => {
    const { now } = around
    const id = input.id ?? String(randomInt(1e11, 1e12))
    const rootPassword = input.password ?? randomPassword()
    const rootPasswordHash = await hashPassword(rootPassword)
    const account = { id, alias: input.alias ?? null, email: input.email, rootPasswordHash, createdAt: now }
    const created = await onAccount(id, directory.createAccount(account))
    const key = input.accessKey === true ? newAccessKey(id) : input.accessKey || null
    const keep = write(id, async (store) => {
      if (key) {
        const secretSealed = seal(key.secret, 'access-key')
        await store.accessKeys.create({ id: key.id, userId: id, secretSealed, createdAt: now })
      }
      await store.events.append([operatorEvent('CreateAccount', id, around)])
    })
    await onAccount(
      id,
      keep.catch(async (error) => {
        // The key belongs to somebody else: without it this is not the account that was ordered.
        await directory.deleteAccount(id)
        throw error
      }),
    )
    return {
      ...accountShape(created),
      ...(input.password === undefined && { password: rootPassword }),
      ...(key && { accessKey: key }),
    }
  },
})
