import { UserX } from 'lucide-react'
import type { Metadata } from 'next'
import { readList } from '@/app/_parts/read-list'
import { Refused } from '@/app/_parts/refused'
import { ask, askView, type Outcome } from '@/app/door'
import { Page } from '@/components/console/page'
import type { SearchParams } from '@/components/console/table-state'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { Copyable } from '@/components/ui/copy-button'
import { Empty } from '@/components/ui/empty'
import { KeyValues } from '@/components/ui/key-values'
import { Tabs } from '@/components/ui/tabs'
import { Arn } from '@/components/ui/text'
import { fullTime } from '@/components/ui/time'
import type { OutputOf } from '@/lib/operations/define'
import { getGroup } from '@/lib/operations/iam/get-group'
import { groupMembersView } from '@/lib/operations/iam/views/group-members-view'
import { DeleteGroupButton } from '../_parts/delete-groups-button'
import { LastAccessedTab } from './_parts/last-accessed-tab'
import { PermissionsTab } from './_parts/permissions-tab'
import { RenameButton } from './_parts/rename-button'
import { memberSorts, UsersTab } from './_parts/users-tab'

type Props = { params: Promise<{ groupName: string }>; searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: decodeURIComponent((await params).groupName) }
}

const tabs = [
  { id: 'users', label: 'Users', Content: UsersTab },
  { id: 'permissions', label: 'Permissions', Content: PermissionsTab },
  { id: 'last_accessed', label: 'Last Accessed', Content: LastAccessedTab },
] as const

export default async function GroupPage({ params, searchParams }: Props) {
  const groupName = decodeURIComponent((await params).groupName)
  const asked = await searchParams
  const { id, Content } = tabs.find((tab) => tab.id === asked.section) ?? tabs[0]
  // The summary needs no users: those come in pages of their own.
  const group = await ask(getGroup, { GroupName: groupName, MaxItems: 1 })
  const query = id === 'users' ? await readList('group-users', asked, memberSorts, 'name') : { limit: 1 }
  const members = group.ok ? await askView(groupMembersView, { GroupName: groupName, ...query }) : group
  const crumbs = [{ label: 'IAM', href: '/iam' }, { label: 'User groups', href: '/iam/groups' }, { label: groupName }]
  if (!group.ok && group.refusal.code === 'NoSuchEntity') {
    return (
      <Page crumbs={crumbs} title={groupName}>
        <Empty icon={UserX} title="No such group" action={<ButtonLink href="/iam/groups">Back to groups</ButtonLink>}>
          {group.refusal.message}
        </Empty>
      </Page>
    )
  }
  return (
    <Page
      crumbs={crumbs}
      title={groupName}
      help="groups"
      actions={
        <>
          <RenameButton groupName={groupName} />
          <DeleteGroupButton groupName={groupName} />
        </>
      }
    >
      <GroupSummary group={group} />
      <Tabs
        label="User group"
        current={id}
        tabs={tabs.map((tab) => ({
          id: tab.id,
          label: tab.label,
          count: tab.id === 'users' && members.ok ? members.value.total : undefined,
          href: `?section=${tab.id}`,
        }))}
      />
      <Content groupName={groupName} group={group} members={members} size={query.limit} slim={!group.ok} />
    </Page>
  )
}

function GroupSummary({ group }: { group: Outcome<OutputOf<typeof getGroup>> }) {
  if (!group.ok) {
    return (
      <Card title="Summary">
        <Refused refusal={group.refusal} />
      </Card>
    )
  }
  const { GroupName, CreateDate, Arn: arn } = group.value.Group
  const copyable = (
    <Copyable text={arn} what="ARN">
      <Arn>{arn}</Arn>
    </Copyable>
  )
  return (
    <Card title="Summary">
      <KeyValues
        columns={[
          [{ key: 'ARN', value: copyable }],
          [{ key: 'User group name', value: GroupName }],
          [{ key: 'Creation time', value: fullTime(CreateDate) }],
        ]}
      />
    </Card>
  )
}
