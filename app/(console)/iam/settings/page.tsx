import type { Metadata } from 'next'
import { Page } from '@/components/console/page'
import { PasswordPolicyCard } from './_parts/password-policy-card'

export const metadata: Metadata = { title: 'Account settings' }

export default function AccountSettingsPage() {
  return (
    <Page
      crumbs={[{ label: 'IAM', href: '/iam' }, { label: 'Account settings' }]}
      title="Account settings"
      help="account-settings"
    >
      <PasswordPolicyCard />
    </Page>
  )
}
