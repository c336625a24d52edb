import type { Metadata } from 'next'
import { Page } from '@/components/console/page'
import { limits } from '@/lib/aws/limits'
import { InlinePolicyWizard } from '../../../_parts/inline-policy-wizard'
import { groupCrumbs, groupHref } from '../place'
import { putPolicy } from './put-policy'

export const metadata: Metadata = { title: 'Create inline policy' }

export default async function CreateGroupPolicyPage({ params }: { params: Promise<{ groupName: string }> }) {
  const groupName = decodeURIComponent((await params).groupName)
  return (
    <Page crumbs={groupCrumbs(groupName, 'Create inline policy')}>
      <InlinePolicyWizard
        owner={`group ${groupName}`}
        maxCharacters={limits.GroupPolicySizeQuota}
        back={groupHref(groupName)}
        put={putPolicy.bind(null, groupName)}
      />
    </Page>
  )
}
