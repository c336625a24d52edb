import { ShieldOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { Refused } from '@/app/_parts/refused'
import type { ActionResult } from '@/app/action-result'
import type { Refusal } from '@/app/refusal'
import type { DocumentAnswer } from '@/components/console/policy-picker'
import { policyTypeNames } from '@/components/console/policy-types'
import { ResourceTable } from '@/components/console/resource-table'
import type { Column, Row } from '@/components/console/table-rows'
import { Empty } from '@/components/ui/empty'
import { Link } from '@/components/ui/link'
import { Menu } from '@/components/ui/menu'
import { loadDocument } from './load-document'
import { PolicyText } from './policy-text'
import { policyType } from './policy-type'
import { RemovePolicies } from './remove-policies'

/** A policy of a user, group or role. `arn` is null for an inline policy, `group` for one that is the owner's own. */
export type HeldPolicy = {
  name: string
  arn: string | null
  group: string | null
  /** How many the policy is attached to, or why that is not told. */
  attached?: ReactNode
}

type Props = {
  /** Names the table's preferences: `user-policies`. */
  id: string
  /** The owner's page: `/iam/users/ann`. */
  base: string
  description: string
  policies: readonly HeldPolicy[]
  /** Of the calls that tell of policies: those that were refused. */
  refusals: readonly Refusal[]
  slim: boolean
  /** Policies may come through groups: adds the column that says so. */
  isThroughGroups?: boolean
  /** Adds the column that says how widely each policy is used. */
  tellsAttached?: boolean
  empty: string
  /** Loads an inline policy's document, of the owner or of a group. */
  loadInline: (policy: HeldPolicy) => () => Promise<DocumentAnswer>
  /** A server action; gets row IDs: an ARN, or `inline/` and a name. */
  remove: (ids: readonly string[]) => Promise<ActionResult>
  add: { label: string; href: string }
}

const typeFilter = {
  key: 'type',
  label: 'Type',
  options: ['', ...Object.values(policyTypeNames), 'Customer inline'].map((value) => ({
    value,
    label: value || 'All types',
  })),
}

const columns: readonly Column[] = [
  { key: 'name', header: 'Policy name', sortable: true, locked: true, narrow: 'title' },
  { key: 'type', header: 'Type', sortable: true, narrow: 'aside' },
]
const attachedColumn: Column = { key: 'attached', header: 'Attached entities' }
const viaColumn: Column = { key: 'via', header: 'Attached via', sortable: true }

/** The policies that say what a user, group or role may do; each row opens to its document. */
export function PermissionsTable(props: Props) {
  const { id, base, description, policies, refusals, slim, isThroughGroups, empty, remove, add } = props
  const boxes = refusals.map((refusal, index) => (
    <Refused key={refusal.message} refusal={refusal} slim={slim || index > 0 || policies.length > 0} />
  ))
  return (
    <>
      <ResourceTable
        id={id}
        paging="browser"
        title="Permissions policies"
        description={description}
        noun="policies"
        columns={[
          ...columns,
          ...(isThroughGroups ? [viaColumn] : []),
          ...(props.tellsAttached ? [attachedColumn] : []),
        ]}
        rows={policies.map((policy) => policyRow(policy, props))}
        defaultSort="name"
        search="Search policies"
        filters={[typeFilter]}
        selection="multi"
        problem={boxes.length > 0 && policies.length === 0 ? boxes : undefined}
        empty={
          <Empty icon={ShieldOff} title="No permissions yet">
            {empty}
          </Empty>
        }
        actions={
          <>
            <RemovePolicies act={remove} />
            <Menu
              label="Add permissions"
              variant="primary"
              items={[add, { label: 'Create inline policy', href: `${base}/create-inline-policy` }]}
            />
          </>
        }
      />
      {policies.length > 0 && boxes}
    </>
  )
}

/** Policies of groups are removed from the group, not here. */
function policyRow(policy: HeldPolicy, { base, loadInline }: Props): Row {
  const { name, arn, group } = policy
  const type = arn ? policyTypeNames[policyType(arn)] : 'Customer inline'
  const via = group ? `Group ${group}` : arn ? 'Directly' : 'Inline'
  const owner = group ? `/iam/groups/${encodeURIComponent(group)}` : base
  const page = arn
    ? `/iam/policies/${encodeURIComponent(arn)}`
    : `${owner}/edit-inline-policy/${encodeURIComponent(name)}`
  return {
    id: `${arn ?? `inline/${name}`}${group ? ` ${group}` : ''}`,
    name,
    unselectable: group !== null,
    cells: {
      name: (
        <Link className="name-link" href={page}>
          {name}
        </Link>
      ),
      type,
      attached: policy.attached,
      via: group ? (
        <>
          Group{' '}
          <Link className="text-link" href={owner}>
            {group}
          </Link>
        </>
      ) : (
        via
      ),
    },
    details: <PolicyText name={name} load={arn ? loadDocument.bind(null, arn) : loadInline(policy)} />,
    sort: { name, type, via },
    filter: { type },
  }
}
