'use server'

import { redirect } from 'next/navigation'
import { field } from '@/app/arguments'
import { isAwsError } from '@/lib/aws/errors'
import { worldBeforePasswordChange } from '@/lib/caller/current-world'
import { recordPasswordUpdated } from '@/lib/caller/password-updated'
import { returnUrl } from '@/lib/caller/return-url'
import { perform } from '@/lib/gate/perform'
import { changePassword } from '@/lib/operations/iam/change-password'
import type { PasswordProblem } from './change-password-form'

/** The real operation, as the user: it may be refused like any other. */
export async function changeOwnPassword(_before: PasswordProblem, form: FormData): Promise<PasswordProblem> {
  const [OldPassword, NewPassword, retyped] = ['old', 'new', 'retyped'].map((name) => field(form, name))
  if (!OldPassword || !NewPassword) return { page: 'Fill in all three passwords.' }
  if (NewPassword !== retyped) return { retyped: 'Type the same new password again.' }
  if (NewPassword === OldPassword) return { fresh: 'Choose a password that differs from the old one' }
  const world = await worldBeforePasswordChange()
  if (world) {
    try {
      await perform(changePassword, { OldPassword, NewPassword }, world)
    } catch (error) {
      if (isAwsError(error)) return problemOf(error)
      throw error
    }
    await recordPasswordUpdated(world)
  }
  redirect(returnUrl(field(form, 'return')))
}

// AWS: the real page names both causes and does not tell which it was; so does ours.
function problemOf({ code, denial }: { code: string; denial?: object }): PasswordProblem {
  if (code === 'InvalidUserType') return { old: 'This is not your old password' }
  if (!denial && code === 'AccessDenied') return { old: 'This is not your old password' }
  return {
    page:
      'The password was not changed. Either you do not have the permission to change it (iam:ChangePassword), or the new ' +
      'password does not follow the rules of the account. Ask your administrator which of the two it is.',
  }
}
