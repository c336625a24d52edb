'use client'

import { useActionState, useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Field, focusFirstInvalid } from '@/components/ui/form-field'
import { PasswordInput } from '@/components/ui/input'
import { Alert } from '@/components/ui/notice'

/** What was wrong, beside the field it belongs to or over the whole form. */
export type PasswordProblem = { page?: string; old?: string; fresh?: string; retyped?: string }

type Props = {
  action: (before: PasswordProblem, form: FormData) => Promise<PasswordProblem>
  userName: string
  returnTo: string
}

export function ChangePasswordForm({ action, userName, returnTo }: Props) {
  const [problem, submit, pending] = useActionState(action, {})
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (Object.keys(problem).length > 0) focusFirstInvalid(form.current)
  }, [problem])
  return (
    <form ref={form} action={submit} onSubmit={(event) => pending && event.preventDefault()} className="sign-in-form">
      {problem.page && (
        <Alert kind="error" announce>
          {problem.page}
        </Alert>
      )}
      <input type="hidden" name="return" value={returnTo} />
      {/* Password managers want to know whose passwords these are. */}
      <input type="hidden" name="userName" value={userName} autoComplete="username" />
      <Field label="Old password" error={problem.old}>
        <PasswordInput large name="old" required maxLength={128} autoComplete="current-password" autoFocus />
      </Field>
      <Field label="New password" error={problem.fresh}>
        <PasswordInput large name="new" required maxLength={128} autoComplete="new-password" />
      </Field>
      <Field label="Retype new password" error={problem.retyped}>
        <PasswordInput large name="retyped" required maxLength={128} autoComplete="new-password" />
      </Field>
      <Button type="submit" variant="primary" size="large" wide loading={pending}>
        Confirm password change
      </Button>
    </form>
  )
}
