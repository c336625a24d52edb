import { ask } from '@/app/door'
import { DeniedCell } from '@/components/console/denial-box'
import { policyTypeNames } from '@/components/console/policy-types'
import type { Column, Row } from '@/components/console/table-rows'
import { Nothing } from '@/components/ui/key-values'
import { Link } from '@/components/ui/link'
import { Highlight } from '@/components/ui/text'
import { findManagedPolicy } from '@/lib/aws/catalogue/managed-policies'
import { getPolicy } from '@/lib/operations/iam/get-policy'
import { loadDocument } from '../../_parts/load-document'
import { PolicyText } from '../../_parts/policy-text'
import { policyType } from '../../_parts/policy-type'
import type { ListedPolicy } from '../listed-policies'
import { policyHref } from '../place'

export const policyColumns: readonly Column[] = [
  { key: 'name', header: 'Policy name', sortable: true, locked: true, narrow: 'title' },
  { key: 'type', header: 'Type', sortable: true, narrow: 'aside' },
  { key: 'used', header: 'Used as', sortable: true },
  { key: 'description', header: 'Description' },
]

export async function policyRow(policy: ListedPolicy, search: string): Promise<Row> {
  const { Arn, PolicyName } = policy
  return {
    id: Arn,
    name: PolicyName,
    cells: {
      name: (
        <Link className="name-link" href={policyHref(Arn)}>
          <Highlight text={PolicyName} query={search} />
        </Link>
      ),
      type: policyTypeNames[policyType(Arn)],
      used: usedAs(policy),
      description: await description(Arn),
    },
    details: <PolicyText name={PolicyName} load={loadDocument.bind(null, Arn)} />,
  }
}

function usedAs({ AttachmentCount, PermissionsBoundaryUsageCount }: ListedPolicy) {
  const uses = [
    AttachmentCount > 0 && `Permissions policy (${AttachmentCount})`,
    PermissionsBoundaryUsageCount > 0 && `Boundary (${PermissionsBoundaryUsageCount})`,
  ].filter(Boolean)
  return uses.length > 0 ? uses.join(', ') : <Nothing>None</Nothing>
}

// AWS: ListPolicies tells no descriptions. Those of AWS's own policies are public facts; the account's own need GetPolicy.
async function description(arn: string) {
  if (policyType(arn) !== 'customer') return descriptionCell(findManagedPolicy(arn)?.description)
  const policy = await ask(getPolicy, { PolicyArn: arn })
  if (policy.ok)
    return descriptionCell('Description' in policy.value.Policy ? policy.value.Policy.Description : undefined)
  return policy.refusal.denial ? <DeniedCell denial={policy.refusal.denial} /> : <Nothing />
}

function descriptionCell(text: string | null | undefined) {
  if (!text) return <Nothing />
  return (
    <span className="cell-rest" title={text}>
      {text}
    </span>
  )
}
