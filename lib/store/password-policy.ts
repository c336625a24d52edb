import 'server-only'
import type { Db } from './client'

export type PasswordPolicy = {
  minimumPasswordLength: number
  requireSymbols: boolean
  requireNumbers: boolean
  requireUppercaseCharacters: boolean
  requireLowercaseCharacters: boolean
  allowUsersToChangePassword: boolean
  maxPasswordAge: number | null
  passwordReusePrevention: number | null
  hardExpiry: boolean | null
}

export const passwordPolicyOf = (db: Db, accountId: string) => ({
  /** The account's own policy; null where AWS's default rules hold. */
  find: (): Promise<PasswordPolicy | null> =>
    db.passwordPolicy.findUnique({ where: { accountId }, omit: { accountId: true } }),

  put: async (policy: PasswordPolicy): Promise<void> => {
    await db.passwordPolicy.upsert({ where: { accountId }, create: { ...policy, accountId }, update: policy })
  },

  /** Says whether there was one. */
  delete: async (): Promise<boolean> => (await db.passwordPolicy.deleteMany({ where: { accountId } })).count > 0,
})
