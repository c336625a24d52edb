import type { Metadata } from 'next'
import { Page } from '@/components/console/page'
import { currentIdentity } from '@/lib/caller/current-identity'
import { AssignMfaWizard } from '../../_parts/mfa/assign-wizard'

export const metadata: Metadata = { title: 'Assign MFA device' }

const back = '/iam/credentials'
const crumbs = [
  { label: 'IAM', href: '/iam' },
  { label: 'My security credentials', href: back },
  { label: 'Assign MFA device' },
]

export default async function AssignOwnMfaPage() {
  const { kind, name } = await currentIdentity()
  return (
    <Page crumbs={crumbs}>
      <AssignMfaWizard userName={kind === 'root' ? undefined : name} back={back} />
    </Page>
  )
}
