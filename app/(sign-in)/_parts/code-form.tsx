'use client'

import { type FormEvent, type ReactNode, useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Expandable } from '@/components/ui/expandable'
import { Field } from '@/components/ui/form-field'
import { Input, Select } from '@/components/ui/input'
import { Alert } from '@/components/ui/notice'

/** The ticket holds no password and opens nothing without a code. */
export type SecondStep = { ticket: string; devices: { serial: string; name: string }[] }

export type CodeFormProps = {
  second: SecondStep
  problem: string
  action: (form: FormData) => void
  onSubmit: (event: FormEvent) => void
  pending: boolean
  /** What the first step knew and the way back needs. */
  children: ReactNode
}

/** The second step of a sign-in: the code of an authenticator app. */
export function CodeForm({ second, problem, action, onSubmit, pending, children }: CodeFormProps) {
  const form = useRef<HTMLFormElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer, also the same one again, wants the next code
  useEffect(() => {
    const code = form.current?.querySelector<HTMLInputElement>('[name="code"]')
    code?.focus()
  }, [second, problem, pending])
  const [only] = second.devices
  return (
    <form ref={form} action={action} onSubmit={onSubmit} className="sign-in-form">
      {problem && (
        <Alert kind="error" announce>
          {problem}
        </Alert>
      )}
      {children}
      <input type="hidden" name="ticket" value={second.ticket} />
      <h2 className="type-h2">Multi-factor authentication</h2>
      {second.devices.length > 1 ? (
        <Field label="MFA device" hint="Any one of yours will do.">
          <Select name="serial" options={second.devices.map(({ serial, name }) => ({ value: serial, label: name }))} />
        </Field>
      ) : (
        <p>
          Enter the code that your authenticator app shows for <b>{only?.name}</b>.
        </p>
      )}
      <Field label="MFA code" hint="6 digits; each code is good once.">
        <Input
          large
          name="code"
          required
          maxLength={7}
          inputMode="numeric"
          pattern="[0-9]{3} ?[0-9]{3}"
          title="6 digits"
          autoComplete="one-time-code"
          autoFocus
        />
      </Field>
      <Button type="submit" variant="primary" size="large" wide loading={pending}>
        Submit
      </Button>
      {/* A whole load, so that nothing of the first step stays. */}
      <a href="/signin" className="sign-in-leave">
        Cancel
      </a>
      <Expandable title="Trouble with codes?">
        <p>
          Check that your phone sets its clock by itself: codes go by the time. If no code is taken, an administrator
          can resync or remove your device. Root's is for whoever runs this server to remove.
        </p>
      </Expandable>
    </form>
  )
}
