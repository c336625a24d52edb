'use client'

import { type FormEvent, type ReactNode, useActionState, useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/choice'
import { Field } from '@/components/ui/form-field'
import { Input, PasswordInput } from '@/components/ui/input'
import { Alert } from '@/components/ui/notice'
import { CodeForm, type SecondStep } from './code-form'

/** What an attempt left behind. The password never comes back. */
export type SignInState = {
  problem: string
  over?: boolean
  account?: string
  name?: string
  remember?: boolean
  /** The password was right; now a code of one of these devices is wanted. */
  second?: SecondStep
}

export type SignInFormProps = {
  kind: 'user' | 'root'
  action: (before: SignInState, form: FormData) => Promise<SignInState>
  returnTo: string
  account?: string
  name?: string
  notice?: ReactNode
}

/** The form of both kinds; it works before and without its script. */
export function SignInForm({ kind, action, returnTo, account = '', name = '', notice }: SignInFormProps) {
  const [state, submit, pending] = useActionState(action, { problem: '' })
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (state.problem && !state.second) form.current?.querySelector<HTMLInputElement>('[name="password"]')?.focus()
  }, [state])
  if (state.over) return <Problem>{state.problem}</Problem>

  const typed = { account: state.account ?? account, name: state.name ?? name }
  const onSubmit = (event: FormEvent) => pending && event.preventDefault()
  if (state.second) {
    return (
      <CodeForm second={state.second} problem={state.problem} action={submit} onSubmit={onSubmit} pending={pending}>
        <input type="hidden" name="return" value={returnTo} />
        <input type="hidden" name={kind === 'root' ? 'email' : 'userName'} value={typed.name} />
        <input type="hidden" name="account" value={typed.account} />
        <input type="hidden" name="remember" value={state.remember ? 'on' : ''} />
      </CodeForm>
    )
  }
  return (
    <form ref={form} action={submit} onSubmit={onSubmit} className="sign-in-form">
      {state.problem ? <Problem>{state.problem}</Problem> : notice}
      <input type="hidden" name="return" value={returnTo} />
      {kind === 'user' ? (
        <UserFields {...typed} remember={state.remember ?? true} />
      ) : (
        <EmailField email={typed.name} />
      )}
      <Field
        label="Password"
        hint={
          kind === 'user'
            ? 'Forgotten? An administrator of the account can set a new one.'
            : 'Forgotten? Whoever runs this server can help.'
        }
      >
        <PasswordInput
          large
          name="password"
          required
          autoComplete="current-password"
          autoFocus={typed.name !== '' && (kind === 'root' || typed.account !== '')}
        />
      </Field>
      <Button type="submit" variant="primary" size="large" wide loading={pending}>
        Sign in
      </Button>
    </form>
  )
}

const Problem = ({ children }: { children: ReactNode }) => (
  <Alert kind="error" announce>
    {children}
  </Alert>
)

const plainText = { autoComplete: 'username', autoCapitalize: 'none', spellCheck: false, required: true } as const

function UserFields({ account, name, remember }: { account: string; name: string; remember: boolean }) {
  return (
    <>
      <Field label="Account ID (12 digits) or alias">
        <Input
          large
          name="account"
          {...plainText}
          autoComplete="organization"
          maxLength={63}
          defaultValue={account}
          autoFocus={account === ''}
        />
      </Field>
      <Checkbox name="remember" label="Remember this account" defaultChecked={remember} />
      <Field label="IAM username">
        <Input
          large
          name="userName"
          {...plainText}
          maxLength={128}
          defaultValue={name}
          autoFocus={account !== '' && name === ''}
        />
      </Field>
    </>
  )
}

function EmailField({ email }: { email: string }) {
  return (
    <Field label="Root user email address">
      <Input
        large
        name="email"
        type="email"
        {...plainText}
        maxLength={254}
        defaultValue={email}
        autoFocus={email === ''}
      />
    </Field>
  )
}
