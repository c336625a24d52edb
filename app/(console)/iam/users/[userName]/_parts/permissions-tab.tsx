import { ShieldOff } from 'lucide-react'
import { ActionButton, SelectionButton } from '@/app/_parts/action-button'
import { Refused } from '@/app/_parts/refused'
import { ask } from '@/app/door'
import { ResourceTable } from '@/components/console/resource-table'
import type { Column } from '@/components/console/table-rows'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { Link } from '@/components/ui/link'
import { Arn } from '@/components/ui/text'
import { getUser } from '@/lib/operations/iam/get-user'
import { removeBoundary, removePolicies } from '../actions'
import { policiesOfUser } from '../policies-of-user'
import { policyRow } from './policy-row'
import type { TabProps } from './tab'

const columns: readonly Column[] = [
  { key: 'name', header: 'Policy name', sortable: true, locked: true, narrow: 'title' },
  { key: 'type', header: 'Type', sortable: true, narrow: 'aside' },
  { key: 'via', header: 'Attached via', sortable: true },
]

/** Every policy that the user has, whether its own or through a group, and the boundary. */
export async function PermissionsTab({ userName, slim }: TabProps) {
  const { policies, refusals } = await policiesOfUser(userName)
  const base = `/iam/users/${encodeURIComponent(userName)}`
  return (
    <>
      <ResourceTable
        id="user-policies"
        paging="browser"
        title="Permissions policies"
        description="Permissions are defined by policies attached to the user directly or through groups."
        noun="policies"
        columns={columns}
        rows={policies.map((policy) => policyRow(userName, policy))}
        defaultSort="name"
        search="Search policies"
        filters={[
          {
            key: 'type',
            label: 'Type',
            options: ['', 'AWS managed', 'AWS managed - job function', 'Customer managed', 'Customer inline'].map(
              (value) => ({ value, label: value || 'All types' }),
            ),
          },
        ]}
        selection="multi"
        problem={
          refusals.length > 0 && policies.length === 0
            ? refusals.map((refusal, index) => (
                <Refused key={refusal.message} refusal={refusal} slim={slim || index > 0} />
              ))
            : undefined
        }
        empty={
          <Empty icon={ShieldOff} title="No permissions yet">
            Add the user to a group or attach a policy.
          </Empty>
        }
        actions={
          <>
            <SelectionButton
              label="Remove"
              act={removePolicies.bind(null, userName)}
              confirm={{
                title: 'Remove permissions?',
                action: 'Remove',
                text: 'Managed policies are detached, inline policies are deleted for good.',
              }}
            />
            <ButtonLink href={`${base}/create-inline-policy`}>Create inline policy</ButtonLink>
            <ButtonLink href={`${base}/add-permissions`} variant="primary">
              Add permissions
            </ButtonLink>
          </>
        }
      />
      {policies.length > 0 && refusals.map((refusal) => <Refused key={refusal.message} refusal={refusal} slim />)}
      <Boundary userName={userName} slim={slim} />
    </>
  )
}

async function Boundary({ userName, slim }: TabProps) {
  const user = await ask(getUser, { UserName: userName })
  if (!user.ok) {
    return (
      <Card title="Permissions boundary">
        <Refused refusal={user.refusal} slim={slim} />
      </Card>
    )
  }
  const arn =
    'PermissionsBoundary' in user.value.User ? user.value.User.PermissionsBoundary?.PermissionsBoundaryArn : undefined
  const change = `/iam/users/${encodeURIComponent(userName)}/boundary`
  return (
    <Card
      title="Permissions boundary"
      counter={arn ? 'set' : 'not set'}
      description="A boundary is the most that the user's policies can allow. It allows nothing by itself."
      actions={
        <>
          {arn && (
            <ActionButton
              label="Remove boundary"
              act={removeBoundary.bind(null, userName)}
              confirm={{
                title: 'Remove the permissions boundary?',
                action: 'Remove',
                text: `${userName} may then do all that its policies allow.`,
              }}
            />
          )}
          <ButtonLink href={change}>{arn ? 'Change boundary' : 'Set permissions boundary'}</ButtonLink>
        </>
      }
    >
      {arn && (
        <Link className="text-link" href={`/iam/policies/${encodeURIComponent(arn)}`}>
          <Arn>{arn}</Arn>
        </Link>
      )}
    </Card>
  )
}
