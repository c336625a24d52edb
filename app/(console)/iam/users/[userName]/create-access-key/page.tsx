import type { Metadata } from 'next'
import { Page } from '@/components/console/page'
import { userCrumbs, userHref } from '../place'
import { AccessKeyWizard } from './_parts/access-key-wizard'

export const metadata: Metadata = { title: 'Create access key' }

export default async function CreateAccessKeyPage({ params }: { params: Promise<{ userName: string }> }) {
  const userName = decodeURIComponent((await params).userName)
  return (
    <Page crumbs={userCrumbs(userName, 'Create access key')}>
      <AccessKeyWizard userName={userName} back={`${userHref(userName)}?section=security_credentials`} />
    </Page>
  )
}
