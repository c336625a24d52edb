import type { Metadata } from 'next'
import { Page } from '@/components/console/page'
import { CreatePolicyWizard } from './_parts/create-policy-wizard'

export const metadata: Metadata = { title: 'Create policy' }

export default function CreatePolicyPage() {
  return (
    <Page
      crumbs={[
        { label: 'IAM', href: '/iam' },
        { label: 'Policies', href: '/iam/policies' },
        { label: 'Create policy' },
      ]}
    >
      <CreatePolicyWizard />
    </Page>
  )
}
