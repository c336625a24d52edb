import type { Metadata } from 'next'
import { Page } from '@/components/console/page'
import { currentIdentity } from '@/lib/caller/current-identity'
import { AccessKeyWizard } from '../../users/[userName]/create-access-key/_parts/access-key-wizard'
import { RootKeyWizard } from './_parts/root-key-wizard'

export const metadata: Metadata = { title: 'Create access key' }

const back = '/iam/credentials'
const crumbs = [
  { label: 'IAM', href: '/iam' },
  { label: 'My security credentials', href: back },
  { label: 'Create access key' },
]

export default async function CreateOwnAccessKeyPage() {
  const { kind, name } = await currentIdentity()
  return (
    <Page crumbs={crumbs}>
      {kind === 'root' ? <RootKeyWizard back={back} /> : <AccessKeyWizard userName={name} back={back} />}
    </Page>
  )
}
