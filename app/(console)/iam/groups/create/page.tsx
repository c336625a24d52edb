import type { Metadata } from 'next'
import { Page } from '@/components/console/page'
import { CreateGroupForm } from './_parts/create-group-form'

export const metadata: Metadata = { title: 'Create user group' }

export default function CreateGroupPage() {
  return (
    <Page
      crumbs={[
        { label: 'IAM', href: '/iam' },
        { label: 'User groups', href: '/iam/groups' },
        { label: 'Create user group' },
      ]}
      title="Create user group"
      help="groups"
    >
      <CreateGroupForm />
    </Page>
  )
}
