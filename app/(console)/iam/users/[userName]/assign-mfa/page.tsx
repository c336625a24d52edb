import type { Metadata } from 'next'
import { Page } from '@/components/console/page'
import { AssignMfaWizard } from '../../../_parts/mfa/assign-wizard'
import { userCrumbs, userHref } from '../place'

export const metadata: Metadata = { title: 'Assign MFA device' }

export default async function AssignMfaPage({ params }: { params: Promise<{ userName: string }> }) {
  const userName = decodeURIComponent((await params).userName)
  return (
    <Page crumbs={userCrumbs(userName, 'Assign MFA device')}>
      <AssignMfaWizard userName={userName} back={`${userHref(userName)}?section=security_credentials`} />
    </Page>
  )
}
