import { ShieldOff } from 'lucide-react'
import { SelectionButton } from '@/app/_parts/action-button'
import { Refused } from '@/app/_parts/refused'
import { ask } from '@/app/door'
import { policyTypeNames } from '@/components/console/policy-types'
import { ResourceTable } from '@/components/console/resource-table'
import type { Column, Row } from '@/components/console/table-rows'
import { ButtonLink } from '@/components/ui/button-link'
import { Empty } from '@/components/ui/empty'
import { Link } from '@/components/ui/link'
import { listAttachedGroupPolicies } from '@/lib/operations/iam/list-attached-group-policies'
import { listGroupPolicies } from '@/lib/operations/iam/list-group-policies'
import { loadDocument, loadGroupPolicy } from '../../../_parts/load-document'
import { PolicyText } from '../../../_parts/policy-text'
import { policyType } from '../../../_parts/policy-type'
import { removePolicies } from '../actions'

const columns: readonly Column[] = [
  { key: 'name', header: 'Policy name', sortable: true, locked: true, narrow: 'title' },
  { key: 'type', header: 'Type', sortable: true, narrow: 'aside' },
]

export async function PermissionsTab({ groupName, slim }: { groupName: string; slim: boolean }) {
  const attached = await ask(listAttachedGroupPolicies, { GroupName: groupName })
  const inline = await ask(listGroupPolicies, { GroupName: groupName })
  const refusals = [attached, inline].flatMap((outcome) => (outcome.ok ? [] : [outcome.refusal]))
  const rows = [
    ...(attached.ok ? attached.value.AttachedPolicies.map(managedRow) : []),
    ...(inline.ok ? inline.value.PolicyNames.map((name) => inlineRow(groupName, name)) : []),
  ]
  const boxes = refusals.map((refusal, index) => (
    <Refused key={refusal.message} refusal={refusal} slim={slim || index > 0 || rows.length > 0} />
  ))
  const base = `/iam/groups/${encodeURIComponent(groupName)}`
  return (
    <>
      <ResourceTable
        id="group-policies"
        paging="browser"
        title="Permissions policies"
        description="Up to 10 managed policies can be attached."
        noun="policies"
        columns={columns}
        rows={rows}
        defaultSort="name"
        search="Search policies"
        selection="multi"
        problem={boxes.length > 0 && rows.length === 0 ? boxes : undefined}
        empty={
          <Empty icon={ShieldOff} title="No permissions yet">
            Attach a policy and everybody in the group has it.
          </Empty>
        }
        actions={
          <>
            <SelectionButton
              label="Remove"
              act={removePolicies.bind(null, groupName)}
              confirm={{
                title: 'Remove permissions?',
                action: 'Remove',
                text: 'Managed policies are detached, inline policies are deleted for good.',
              }}
            />
            <ButtonLink href={`${base}/create-inline-policy`}>Create inline policy</ButtonLink>
            <ButtonLink href={`${base}/attach-policies`} variant="primary">
              Attach policies
            </ButtonLink>
          </>
        }
      />
      {rows.length > 0 && boxes}
    </>
  )
}

function managedRow({ PolicyName, PolicyArn }: { PolicyName: string; PolicyArn: string }): Row {
  const type = policyTypeNames[policyType(PolicyArn)]
  return {
    id: PolicyArn,
    name: PolicyName,
    sort: { name: PolicyName, type },
    cells: {
      name: (
        <Link className="name-link" href={`/iam/policies/${encodeURIComponent(PolicyArn)}`}>
          {PolicyName}
        </Link>
      ),
      type,
    },
    details: <PolicyText name={PolicyName} load={loadDocument.bind(null, PolicyArn)} />,
  }
}

function inlineRow(groupName: string, name: string): Row {
  return {
    id: `inline/${name}`,
    name,
    sort: { name, type: 'Customer inline' },
    cells: { name: <b>{name}</b>, type: 'Customer inline' },
    details: <PolicyText name={name} load={loadGroupPolicy.bind(null, groupName, name)} />,
  }
}
