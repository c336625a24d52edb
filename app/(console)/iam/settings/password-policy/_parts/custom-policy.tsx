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
export function CustomPolicy({ draft, onChange, problems }: Props) {
  const set = (change: Partial<PolicyDraft>) => onChange({ ...draft, ...change })
  const box = (key: SwitchKey, label: ReactNode, hint?: ReactNode) => (
    <Checkbox
      label={label}
      hint={hint}
      checked={draft[key]}
      onChange={(event) => set({ [key]: event.target.checked })}
    />
  )
  const number = (key: NumberKey, label: string, hint: string, unit: string) => (
    <Field label={label} hint={hint} error={problems[key]}>
      <span className="flex items-center gap-2">
        <Input
          inputMode="numeric"
          autoComplete="off"
          className="max-w-24"
          value={draft[key]}
          onChange={(event) => set({ [key]: event.target.value })}
        />
        {unit}
      </span>
    </Field>
  )
  return (
    <>
      <Card title="Length and strength">
        <div className="flex flex-col gap-4">
          {number('length', 'Password minimum length', 'From 6 to 128', 'characters')}
          <RadioGroup legend="Password strength">
            {box('uppercase', 'Require at least one uppercase letter (A-Z)')}
            {box('lowercase', 'Require at least one lowercase letter (a-z)')}
            {box('numbers', 'Require at least one number')}
            {box('symbols', 'Require at least one symbol', <code className="mono">{symbols}</code>)}
          </RadioGroup>
        </div>
      </Card>
      <Card title="Other requirements">
        <div className="flex flex-col items-start gap-3">
          {box(
            'expires',
            'Turn on password expiration',
            'Passwords that are older must be changed at the next sign-in.',
          )}
          {draft.expires && (
            <div className="flex flex-col gap-3 pl-6">
              {number('days', 'Expire passwords after', 'From 1 to 1,095', 'days')}
              {box(
                'hardExpiry',
                'Password expiration requires administrator reset',
                'A user with an expired password cannot choose another one.',
              )}
              {draft.hardExpiry && (
                <Alert kind="warning">
                  Have at least two users who may reset passwords, so that one can let the other in.
                </Alert>
              )}
            </div>
          )}
          {box(
            'ownChange',
            'Allow users to change their own password',
            'All users, without a policy of their own: iam:ChangePassword and iam:GetAccountPasswordPolicy.',
          )}
          {box('preventsReuse', 'Prevent password reuse')}
          {draft.preventsReuse && (
            <div className="pl-6">{number('remembered', 'Remember', 'From 1 to 24', 'passwords')}</div>
          )}
        </div>
      </Card>
    </>
  )
}

const symbols = "! @ # $ % ^ & * ( ) _ + - = [ ] { } | '"

type NumberKey = keyof DraftProblems
type SwitchKey = { [Key in keyof PolicyDraft]: PolicyDraft[Key] extends boolean ? Key : never }[keyof PolicyDraft]
