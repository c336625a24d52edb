import { UserX } from 'lucide-react'
import type { Metadata } from 'next'
import { Page } from '@/components/console/page'
import type { SearchParams } from '@/components/console/table-state'
import { ButtonLink } from '@/components/ui/button-link'
import { Empty } from '@/components/ui/empty'
import { Tabs } from '@/components/ui/tabs'
import { CredentialsTab } from './_parts/credentials-tab'
import { DeleteUserButton } from './_parts/delete-user-button'
import { GroupsTab } from './_parts/groups-tab'
import { LastAccessedTab } from './_parts/last-accessed-tab'
import { PermissionsTab } from './_parts/permissions-tab'
import { TagsTab } from './_parts/tags-tab'
import { UserSummary } from './_parts/user-summary'
import { groupsCall, userCall } from './calls'

type Props = { params: Promise<{ userName: string }>; searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: decodeURIComponent((await params).userName) }
}

const tabs = [
  { id: 'permissions', label: 'Permissions', Content: PermissionsTab },
  { id: 'groups', label: 'Groups', Content: GroupsTab },
  { id: 'tags', label: 'Tags', Content: TagsTab },
  { id: 'security_credentials', label: 'Security credentials', Content: CredentialsTab },
  { id: 'last_accessed', label: 'Last Accessed', Content: LastAccessedTab },
] as const

export default async function UserPage({ params, searchParams }: Props) {
  const userName = decodeURIComponent((await params).userName)
  const { section } = await searchParams
  const { id, Content } = tabs.find((tab) => tab.id === section) ?? tabs[0]
  const crumbs = [{ label: 'IAM', href: '/iam' }, { label: 'Users', href: '/iam/users' }, { label: userName }]
  const user = await userCall(userName)
  if (!user.ok && user.refusal.code === 'NoSuchEntity') {
    return (
      <Page crumbs={crumbs} title={userName}>
        <Empty icon={UserX} title="No such user" action={<ButtonLink href="/iam/users">Back to users</ButtonLink>}>
          {user.refusal.message}
        </Empty>
      </Page>
    )
  }
  const groups = await groupsCall(userName)
  const counts: Partial<Record<string, number>> = {
    groups: groups.ok ? groups.value.Groups.length : undefined,
    tags: user.ok ? ('Tags' in user.value.User && user.value.User.Tags?.length) || 0 : undefined,
  }
  return (
    <Page crumbs={crumbs} title={userName} help="user" actions={<DeleteUserButton userName={userName} />}>
      <UserSummary userName={userName} user={user} />
      <Tabs
        label="User"
        current={id}
        tabs={tabs.map((tab) => ({ id: tab.id, label: tab.label, count: counts[tab.id], href: `?section=${tab.id}` }))}
      />
      <Content userName={userName} slim={!user.ok} />
    </Page>
  )
}
