import { policyTypeNames } from '@/components/console/policy-types'
import type { Row } from '@/components/console/table-rows'
import { Link } from '@/components/ui/link'
import { loadDocument, loadGroupPolicy, loadUserPolicy } from '../../../_parts/load-document'
import { PolicyText } from '../../../_parts/policy-text'
import { policyType } from '../../../_parts/policy-type'
import type { UserPolicy } from '../policies-of-user'

/** One policy of the user; the row opens to its JSON. Policies of groups are removed from the group, not here. */
export function policyRow(userName: string, { name, arn, group }: UserPolicy): Row {
  const type = arn ? policyTypeNames[policyType(arn)] : 'Customer inline'
  const via = group ? `Group ${group}` : arn ? 'Directly' : 'Inline'
  return {
    id: arn ? `${arn} ${group ?? ''}` : `inline/${name} ${group ?? ''}`,
    name,
    unselectable: group !== null,
    cells: {
      name: arn ? (
        <Link className="name-link" href={`/iam/policies/${encodeURIComponent(arn)}`}>
          {name}
        </Link>
      ) : (
        <b>{name}</b>
      ),
      type,
      via: group ? (
        <>
          Group{' '}
          <Link className="text-link" href={`/iam/groups/${encodeURIComponent(group)}`}>
            {group}
          </Link>
        </>
      ) : (
        via
      ),
    },
    details: <PolicyText name={name} load={loader(userName, { name, arn, group })} />,
    sort: { name, type, via },
    filter: { type },
  }
}

function loader(userName: string, { name, arn, group }: UserPolicy) {
  if (arn) return loadDocument.bind(null, arn)
  return group ? loadGroupPolicy.bind(null, group, name) : loadUserPolicy.bind(null, userName, name)
}
