import type { Metadata } from 'next'
import { Page } from '@/components/console/page'
import { nameInArn } from '@/lib/aws/arn'
import { ChooseForm } from '../../../_parts/choose-form'
import { policyCrumbs, policyHref } from '../../place'
import { setBoundaries } from '../actions'

export const metadata: Metadata = { title: 'Set as permissions boundary' }

export default async function SetBoundaryPage({ params }: { params: Promise<{ policyArn: string }> }) {
  const arn = decodeURIComponent((await params).policyArn)
  return (
    <Page crumbs={policyCrumbs(arn, 'Set as boundary')} title={`Set ${nameInArn(arn)} as a permissions boundary`}>
      <ChooseForm
        of="users and roles"
        title="Users and roles"
        description="They can do at most what this policy allows. A boundary that they have is replaced; groups have none."
        submitLabel="Set boundary"
        act={setBoundaries.bind(null, arn)}
        back={`${policyHref(arn)}?section=entities`}
      />
    </Page>
  )
}
