import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { ranges } from '@/lib/aws/limits'
import { wholeAccount } from '../bindings'
import { operation } from '../define'
import { flag, integer } from '../shapes'

const { passwordLength, passwordAgeDays, passwordReuse } = ranges

export const updateAccountPasswordPolicy = operation({
  service: 'iam',
  name: 'UpdateAccountPasswordPolicy',
  summary: "Set the account's own password policy as a whole.",
  kind: 'write',
  input: z.object({
    MinimumPasswordLength: integer(passwordLength.min, passwordLength.max).optional(),
    RequireSymbols: flag.optional(),
    RequireNumbers: flag.optional(),
    RequireUppercaseCharacters: flag.optional(),
    RequireLowercaseCharacters: flag.optional(),
    AllowUsersToChangePassword: flag.optional(),
    MaxPasswordAge: integer(passwordAgeDays.min, passwordAgeDays.max).optional(),
    PasswordReusePrevention: integer(passwordReuse.min, passwordReuse.max).optional(),
    HardExpiry: flag.optional(),
  }),
  on: wholeAccount(),
  ask: ({ target }) => [may('iam:UpdateAccountPasswordPolicy', target)],
  // AWS: what is left out goes back to its default; nothing is kept from before (API reference). The length's is 6 here.
  run: async ({ input, store }) => {
    await store.passwordPolicy.put({
      minimumPasswordLength: input.MinimumPasswordLength ?? passwordLength.min,
      requireSymbols: input.RequireSymbols ?? false,
      requireNumbers: input.RequireNumbers ?? false,
      requireUppercaseCharacters: input.RequireUppercaseCharacters ?? false,
      requireLowercaseCharacters: input.RequireLowercaseCharacters ?? false,
      allowUsersToChangePassword: input.AllowUsersToChangePassword ?? false,
      maxPasswordAge: input.MaxPasswordAge ?? null,
      passwordReusePrevention: input.PasswordReusePrevention ?? null,
      hardExpiry: input.HardExpiry ?? null,
    })
    return {}
  },
})
