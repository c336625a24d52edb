import type { Metadata } from 'next'
import { ask } from '@/app/door'
import { Page } from '@/components/console/page'
import { getAccountPasswordPolicy } from '@/lib/operations/iam/get-account-password-policy'
import { CreateUserWizard } from './_parts/create-user-wizard'

export const metadata: Metadata = { title: 'Create user' }

export default async function CreateUserPage() {
  const policy = await ask(getAccountPasswordPolicy, {})
  return (
    <Page crumbs={[{ label: 'IAM', href: '/iam' }, { label: 'Users', href: '/iam/users' }, { label: 'Create user' }]}>
      <CreateUserWizard passwordPolicy={policy.ok ? policy.value.PasswordPolicy : null} />
    </Page>
  )
}
