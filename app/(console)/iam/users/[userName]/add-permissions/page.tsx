import type { Metadata } from 'next'
import { Page } from '@/components/console/page'
import { userCrumbs } from '../place'
import { AddPermissionsForm } from './_parts/add-permissions-form'

export const metadata: Metadata = { title: 'Add permissions' }

export default async function AddPermissionsPage({ params }: { params: Promise<{ userName: string }> }) {
  const userName = decodeURIComponent((await params).userName)
  return (
    <Page crumbs={userCrumbs(userName, 'Add permissions')} title={`Add permissions to ${userName}`}>
      <AddPermissionsForm userName={userName} />
    </Page>
  )
}
