import { Users } from 'lucide-react'
import type { Metadata } from 'next'
import { readList } from '@/app/_parts/read-list'
import { Refused } from '@/app/_parts/refused'
import { ask, askView, mayPerform } from '@/app/door'
import { Page } from '@/components/console/page'
import { ResourceTable } from '@/components/console/resource-table'
import type { SearchParams } from '@/components/console/table-state'
import { ButtonLink } from '@/components/ui/button-link'
import { Empty } from '@/components/ui/empty'
import { currentWorld } from '@/lib/caller/current-world'
import { getAccountPasswordPolicy } from '@/lib/operations/iam/get-account-password-policy'
import { usersView } from '@/lib/operations/iam/views/users-view'
import { DeleteUsersButton } from './_parts/delete-users-button'
import { userColumns, userSorts } from './_parts/user-columns'
import { userRow } from './_parts/user-row'

export const metadata: Metadata = { title: 'Users' }

export default async function UsersPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const query = await readList('users', await searchParams, userSorts, 'UserName')
  const { now } = await currentWorld()
  const users = await askView(usersView, query)
  const maxPasswordAge = await passwordAgeLimit()
  return (
    <Page crumbs={[{ label: 'IAM', href: '/iam' }, { label: 'Users' }]}>
      <ResourceTable
        id="users"
        paging="server"
        level={1}
        title="Users"
        help="users"
        description="A user is a person or a program with long-term credentials in this account."
        noun="users"
        columns={userColumns}
        rows={users.ok ? users.value.rows.map((row) => userRow(row, now, maxPasswordAge)) : []}
        total={users.ok ? users.value.total : undefined}
        matches={users.ok ? users.value.matches : undefined}
        size={query.limit}
        defaultSort="UserName"
        search="Search by user name or access key ID"
        selection="multi"
        problem={users.ok ? undefined : <Refused refusal={users.refusal} />}
        empty={
          <Empty icon={Users} title="No users" action={<ButtonLink href="/iam/users/create">Create user</ButtonLink>}>
            A user signs in with a password or calls with access keys.
          </Empty>
        }
        actions={
          <>
            <DeleteUsersButton />
            <ButtonLink href="/iam/users/create" variant="primary">
              Create user
            </ButtonLink>
          </>
        }
      />
    </Page>
  )
}

/** After how many days a password is too old here, for who may know it; the list itself needs no more than its own calls. */
async function passwordAgeLimit(): Promise<number | undefined> {
  if (!(await mayPerform(getAccountPasswordPolicy, {}))) return
  const policy = await ask(getAccountPasswordPolicy, {})
  return policy.ok ? policy.value.PasswordPolicy.MaxPasswordAge : undefined
}
