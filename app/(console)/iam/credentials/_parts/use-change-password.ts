'use client'

import { useRouter } from 'next/navigation'
import { type ChangeEvent, type FormEvent, type RefObject, useEffect, useState, useTransition } from 'react'
import type { Refusal } from '@/app/refusal'
import { useFlash } from '@/components/ui/flashbar'
import { focusFirstInvalid } from '@/components/ui/form-field'
import type { PasswordRule } from '@/lib/aws/password-rules'
import { changeOwnPassword } from '../actions'

type Typed = { old: string; fresh: string; retyped: string }
type Problems = Partial<Record<keyof Typed, string>>

/** The state of the form for one's own password. */
export function useChangePassword(
  rules: readonly PasswordRule[],
  form: RefObject<HTMLFormElement | null>,
  onDone: () => void,
) {
  const [typed, setTyped] = useState<Typed>({ old: '', fresh: '', retyped: '' })
  const [problems, setProblems] = useState<Problems>({})
  const [refusal, setRefusal] = useState<Refusal>()
  const [busy, startTransition] = useTransition()
  const { flash } = useFlash()
  const router = useRouter()
  useEffect(() => {
    if (Object.keys(problems).length > 0) focusFirstInvalid(form.current)
  }, [problems, form])

  const type = (field: keyof Typed) => (event: ChangeEvent<HTMLInputElement>) =>
    setTyped({ ...typed, [field]: event.target.value })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    const found = problemsOf(typed, rules)
    setProblems(found)
    setRefusal(undefined)
    if (Object.keys(found).length > 0) return
    startTransition(async () => {
      const result = await changeOwnPassword(typed.old, typed.fresh)
      if (!result.ok) {
        const broken = problemOf(result.refusal)
        return broken ? setProblems(broken) : setRefusal(result.refusal)
      }
      if (result.flash) flash(result.flash)
      onDone()
      router.refresh()
    })
  }
  return { typed, type, problems, refusal, busy, submit }
}

function problemsOf({ old, fresh, retyped }: Typed, rules: readonly PasswordRule[]): Problems {
  if (old === '') return { old: 'Type your current password.' }
  if (fresh === '') return { fresh: 'Type a new password.' }
  if (rules.some((rule) => !rule.holds(fresh))) return { fresh: 'The password does not follow every rule.' }
  return fresh === retyped ? {} : { retyped: 'Type the same new password again.' }
}

// AWS: a wrong old password is an AccessDenied like any other, but no policy refused it.
function problemOf({ code, message, denial }: Refusal): Problems | null {
  if (code === 'AccessDenied' && !denial) return { old: 'This is not your current password.' }
  return code === 'PasswordPolicyViolation' ? { fresh: message } : null
}
