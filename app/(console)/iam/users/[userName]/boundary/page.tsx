import type { Metadata } from 'next'
import { Page } from '@/components/console/page'
import { ChooseForm } from '../../../_parts/choose-form'
import { setBoundary } from '../actions'
import { userCrumbs, userHref } from '../place'

export const metadata: Metadata = { title: 'Permissions boundary' }

export default async function BoundaryPage({ params }: { params: Promise<{ userName: string }> }) {
  const userName = decodeURIComponent((await params).userName)
  return (
    <Page crumbs={userCrumbs(userName, 'Permissions boundary')} title={`Set the permissions boundary of ${userName}`}>
      <ChooseForm
        of="policies"
        selection="single"
        title="Boundary policy"
        description="The user can do at most what this policy allows, whatever else is attached."
        submitLabel="Set boundary"
        act={setBoundary.bind(null, userName)}
        back={userHref(userName)}
      />
    </Page>
  )
}
