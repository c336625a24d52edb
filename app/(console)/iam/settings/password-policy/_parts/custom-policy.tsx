'use client'

import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import { Checkbox, RadioGroup } from '@/components/ui/choice'
import { Field } from '@/components/ui/form-field'
import { Input } from '@/components/ui/input'
import { Alert } from '@/components/ui/notice'
import type { DraftProblems, PolicyDraft } from '../policy-draft'

type Props = { draft: PolicyDraft; onChange: (draft: PolicyDraft) => void; problems: DraftProblems }

/** The parts of a policy of one's own. */
export function CustomPolicy(props: Props) {
  return (
    <>
      <LengthAndStrength {...props} />
      <OtherRequirements {...props} />
    </>
  )
}

function LengthAndStrength(props: Props) {
  return (
    <Card title="Length and strength">
      <div className="flex flex-col gap-4">
        <NumberField {...props} name="length" label="Password minimum length" hint="From 6 to 128" unit="characters" />
        <RadioGroup legend="Password strength">
          <Switch {...props} name="uppercase" label="Require at least one uppercase letter (A-Z)" />
          <Switch {...props} name="lowercase" label="Require at least one lowercase letter (a-z)" />
          <Switch {...props} name="numbers" label="Require at least one number" />
          <Switch
            {...props}
            name="symbols"
            label="Require at least one symbol"
            hint={<code className="mono">{symbols}</code>}
          />
        </RadioGroup>
      </div>
    </Card>
  )
}

function OtherRequirements(props: Props) {
  const { draft } = props
  return (
    <Card title="Other requirements">
      <div className="flex flex-col items-start gap-3">
        <Switch
          {...props}
          name="expires"
          label="Turn on password expiration"
          hint="Passwords that are older must be changed at the next sign-in."
        />
        {draft.expires && <Expiration {...props} />}
        <Switch
          {...props}
          name="ownChange"
          label="Allow users to change their own password"
          hint="All users, without a policy of their own: iam:ChangePassword and iam:GetAccountPasswordPolicy."
        />
        <Switch {...props} name="preventsReuse" label="Prevent password reuse" />
        {draft.preventsReuse && (
          <div className="pl-6">
            <NumberField {...props} name="remembered" label="Remember" hint="From 1 to 24" unit="passwords" />
          </div>
        )}
      </div>
    </Card>
  )
}

function Expiration(props: Props) {
  return (
    <div className="flex flex-col gap-3 pl-6">
      <NumberField {...props} name="days" label="Expire passwords after" hint="From 1 to 1,095" unit="days" />
      <Switch
        {...props}
        name="hardExpiry"
        label="Password expiration requires administrator reset"
        hint="A user with an expired password cannot choose another one."
      />
      {props.draft.hardExpiry && (
        <Alert kind="warning">Have at least two users who may reset passwords, so that one can let the other in.</Alert>
      )}
    </div>
  )
}

type SwitchProps = Props & { name: SwitchKey; label: string; hint?: ReactNode }

function Switch({ draft, onChange, name, label, hint }: SwitchProps) {
  return (
    <Checkbox
      label={label}
      hint={hint}
      checked={draft[name]}
      onChange={(event) => onChange({ ...draft, [name]: event.target.checked })}
    />
  )
}

type NumberFieldProps = Props & { name: NumberKey; label: string; hint: string; unit: string }

function NumberField({ draft, onChange, problems, name, label, hint, unit }: NumberFieldProps) {
  return (
    <Field label={label} hint={hint} error={problems[name]}>
      <span className="flex items-center gap-2">
        <Input
          inputMode="numeric"
          autoComplete="off"
          className="max-w-24"
          value={draft[name]}
          onChange={(event) => onChange({ ...draft, [name]: event.target.value })}
        />
        {unit}
      </span>
    </Field>
  )
}

const symbols = "! @ # $ % ^ & * ( ) _ + - = [ ] { } | '"

type NumberKey = keyof DraftProblems
type SwitchKey = { [Key in keyof PolicyDraft]: PolicyDraft[Key] extends boolean ? Key : never }[keyof PolicyDraft]
