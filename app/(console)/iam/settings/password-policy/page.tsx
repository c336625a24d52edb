import type { Metadata } from 'next'
import { Refused } from '@/app/_parts/refused'
import { ask } from '@/app/door'
import { Page } from '@/components/console/page'
import { getAccountPasswordPolicy } from '@/lib/operations/iam/get-account-password-policy'
import { PasswordPolicyForm } from './_parts/password-policy-form'

export const metadata: Metadata = { title: 'Edit password policy' }

const crumbs = [
  { label: 'IAM', href: '/iam' },
  { label: 'Account settings', href: '/iam/settings' },
  { label: 'Edit password policy' },
]

/** Who may not see the policy can still set it: the two are different permissions. */
export default async function EditPasswordPolicyPage() {
  const outcome = await ask(getAccountPasswordPolicy, {})
  const isUnknown = !outcome.ok && outcome.refusal.code !== 'NoSuchEntity'
  return (
    <Page crumbs={crumbs} title="Edit password policy" help="password-policy">
      {isUnknown && <Refused refusal={outcome.refusal} />}
      <PasswordPolicyForm policy={outcome.ok ? outcome.value.PasswordPolicy : null} />
    </Page>
  )
}
