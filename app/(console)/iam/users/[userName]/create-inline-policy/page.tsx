import type { Metadata } from 'next'
import { Page } from '@/components/console/page'
import { limits } from '@/lib/aws/limits'
import { InlinePolicyWizard } from '../../../_parts/inline-policy-wizard'
import { userCrumbs, userHref } from '../place'
import { putPolicy } from './put-policy'

export const metadata: Metadata = { title: 'Create inline policy' }

export default async function CreateUserPolicyPage({ params }: { params: Promise<{ userName: string }> }) {
  const userName = decodeURIComponent((await params).userName)
  return (
    <Page crumbs={userCrumbs(userName, 'Create inline policy')}>
      <InlinePolicyWizard
        owner={`user ${userName}`}
        maxCharacters={limits.UserPolicySizeQuota}
        back={userHref(userName)}
        put={putPolicy.bind(null, userName)}
      />
    </Page>
  )
}
