import { ActionButton } from '@/app/_parts/action-button'
import { Refused } from '@/app/_parts/refused'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { Arn } from '@/components/ui/text'
import { loadGroupPolicy, loadUserPolicy } from '../../../_parts/load-document'
import { PermissionsTable } from '../../../_parts/permissions-table'
import { removeBoundary, removePolicies } from '../actions'
import { userCall } from '../calls'
import { userHref } from '../place'
import { policiesOfUser } from '../policies-of-user'
import type { TabProps } from './tab'

/** Every policy that the user has, whether its own or through a group, and the boundary. */
export async function PermissionsTab({ userName, slim }: TabProps) {
  const { policies, refusals } = await policiesOfUser(userName)
  return (
    <>
      <PermissionsTable
        id="user-policies"
        base={userHref(userName)}
        description="Permissions are defined by policies attached to the user directly or through groups."
        policies={policies}
        refusals={refusals}
        slim={slim}
        isThroughGroups
        empty="Add the user to a group or attach a policy."
        loadInline={({ name, group }) =>
          group ? loadGroupPolicy.bind(null, group, name) : loadUserPolicy.bind(null, userName, name)
        }
        remove={removePolicies.bind(null, userName)}
        add={{ label: 'Add permissions', href: `${userHref(userName)}/add-permissions` }}
      />
      <Boundary userName={userName} slim={slim || refusals.length > 0} />
    </>
  )
}

async function Boundary({ userName, slim }: TabProps) {
  const user = await userCall(userName)
  if (!user.ok) {
    return (
      <Card title="Permissions boundary">
        <Refused refusal={user.refusal} slim={slim} />
      </Card>
    )
  }
  const arn =
    'PermissionsBoundary' in user.value.User ? user.value.User.PermissionsBoundary?.PermissionsBoundaryArn : undefined
  const change = `${userHref(userName)}/boundary`
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
        <Link className="inline-link" href={`/iam/policies/${encodeURIComponent(arn)}`}>
          <Arn>{arn}</Arn>
        </Link>
      )}
    </Card>
  )
}
