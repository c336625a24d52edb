import type { Metadata } from 'next'
import { ask } from '@/app/door'
import { Page } from '@/components/console/page'
import { currentIdentity } from '@/lib/caller/current-identity'
import { getAccountPasswordPolicy } from '@/lib/operations/iam/get-account-password-policy'
import { MfaCard } from '../_parts/mfa/mfa-card'
import { AccessKeysCard } from '../users/[userName]/_parts/access-keys-card'
import { ConsoleSignInCard } from '../users/[userName]/_parts/console-sign-in-card'
import { AccountDetailsCard } from './_parts/account-details-card'
import { ChangePasswordButton } from './_parts/change-password-button'
import { RootSignInCard } from './_parts/root-sign-in-card'

export const metadata: Metadata = { title: 'My security credentials' }

const crumbs = [{ label: 'IAM', href: '/iam' }, { label: 'My security credentials' }]
const createHref = '/iam/credentials/create-access-key'

export default async function MyCredentialsPage() {
  const identity = await currentIdentity()
  const isRoot = identity.kind === 'root'
  return (
    <Page
      crumbs={crumbs}
      title="My security credentials"
      help="own-credentials"
      description={
        isRoot
          ? 'You are signed in as the root user of this account.'
          : `What ${identity.name} signs in and signs calls with.`
      }
    >
      <AccountDetailsCard />
      {isRoot ? <RootSignInCard /> : <OwnSignIn userName={identity.name} alias={identity.accountAlias} />}
      <MfaCard userName={isRoot ? undefined : identity.name} slim={!isRoot} assignHref="/iam/credentials/assign-mfa" />
      <AccessKeysCard userName={isRoot ? undefined : identity.name} slim={!isRoot} createHref={createHref} />
    </Page>
  )
}

async function OwnSignIn({ userName, alias }: { userName: string; alias: string | undefined }) {
  const policy = await ask(getAccountPasswordPolicy, {})
  const isDefault = !policy.ok && policy.refusal.code === 'NoSuchEntity'
  return (
    <ConsoleSignInCard
      userName={userName}
      slim={false}
      actions={
        <ChangePasswordButton
          names={alias ? [userName, alias] : [userName]}
          policy={policy.ok ? policy.value.PasswordPolicy : isDefault ? null : undefined}
        />
      }
    />
  )
}
