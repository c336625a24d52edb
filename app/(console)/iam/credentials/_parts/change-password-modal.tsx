'use client'

import { useRef } from 'react'
import { Refused } from '@/app/_parts/refused'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/form-field'
import { PasswordInput } from '@/components/ui/input'
import { Modal } from '@/components/ui/modal'
import { passwordRules } from '@/lib/aws/password-rules'
import { PasswordRules } from '../../_parts/password-rules'
import type { ChangePasswordProps } from './change-password-button'
import { useChangePassword } from './use-change-password'

/** Changes one's own password: the present one proves that it is really you. */
export function ChangePasswordModal({ policy, names, onClose }: ChangePasswordProps & { onClose: () => void }) {
  const form = useRef<HTMLFormElement>(null)
  const rules = policy === undefined ? [] : passwordRules(policy, names)
  const { typed, type, problems, refusal, busy, submit } = useChangePassword(rules, form, onClose)
  return (
    <Modal
      title="Change console password"
      onClose={onClose}
      busy={busy}
      footer={
        <>
          <Button variant="plain" onClick={onClose} disabled={busy}>
            Cancel
          </Button>
          <Button type="submit" form="change-password" variant="primary" loading={busy}>
            Change password
          </Button>
        </>
      }
    >
      <form id="change-password" ref={form} noValidate onSubmit={submit} className="flex flex-col gap-4">
        <Field label="Current password" error={problems.old}>
          <PasswordInput value={typed.old} autoComplete="current-password" onChange={type('old')} />
        </Field>
        <Field
          label="New password"
          error={problems.fresh}
          hint={
            policy === undefined
              ? 'You may not see the rules of this account (iam:GetAccountPasswordPolicy).'
              : undefined
          }
        >
          <PasswordInput value={typed.fresh} autoComplete="new-password" onChange={type('fresh')} />
          {rules.length > 0 && <PasswordRules rules={rules} password={typed.fresh} />}
        </Field>
        <Field label="Confirm new password" error={problems.retyped}>
          <PasswordInput value={typed.retyped} autoComplete="new-password" onChange={type('retyped')} />
        </Field>
        {refusal && <Refused refusal={refusal} announce />}
      </form>
    </Modal>
  )
}
