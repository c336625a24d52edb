import { FileText, Users } from 'lucide-react'
import { ask } from '@/app/door'
import { DeniedCell } from '@/components/console/denial-box'
import { policyTypeNames } from '@/components/console/policy-types'
import type { Column, Fact, Row } from '@/components/console/table-rows'
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
  { key: 'type', header: 'Type', sortable: true },
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
    facts: facts(policy),
    details: <PolicyText name={PolicyName} load={loadDocument.bind(null, Arn)} />,
  }
}

/** What a narrow screen tells below the name, which may need the whole line. */
function facts(policy: ListedPolicy): Fact[] {
  const uses = usesOf(policy)
  return [
    { icon: <FileText size={14} aria-hidden="true" />, text: policyTypeNames[policyType(policy.Arn)] },
    ...(uses ? [{ icon: <Users size={14} aria-hidden="true" />, text: uses }] : []),
  ]
}

const usedAs = (policy: ListedPolicy) => usesOf(policy) || <Nothing>None</Nothing>

const usesOf = ({ AttachmentCount, PermissionsBoundaryUsageCount }: ListedPolicy) =>
  [
    AttachmentCount > 0 && `Permissions policy (${AttachmentCount})`,
    PermissionsBoundaryUsageCount > 0 && `Boundary (${PermissionsBoundaryUsageCount})`,
  ]
    .filter(Boolean)
    .join(', ')

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
