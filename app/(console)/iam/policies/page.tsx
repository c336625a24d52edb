import { FileText } from 'lucide-react'
import type { Metadata } from 'next'
import { readTablePreferences } from '@/app/_parts/read-list'
import { Refused } from '@/app/_parts/refused'
import { Page } from '@/components/console/page'
import { policyTypeNames } from '@/components/console/policy-types'
import { ResourceTable } from '@/components/console/resource-table'
import { arrange } from '@/components/console/table-rows'
import { readTableState, type SearchParams } from '@/components/console/table-state'
import { ButtonLink } from '@/components/ui/button-link'
import { Empty } from '@/components/ui/empty'
import { policyType } from '../_parts/policy-type'
import { PolicyActions } from './_parts/policy-actions'
import { policyColumns, policyRow } from './_parts/policy-row'
import { type ListedPolicy, listedPolicies } from './listed-policies'

export const metadata: Metadata = { title: 'Policies' }

export default async function PoliciesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const state = readTableState(await searchParams, {
    sortable: ['name', 'type', 'used'],
    defaultSort: 'name',
    filters: { type: Object.keys(policyTypeNames) },
  })
  const { size } = await readTablePreferences('policies')
  const policies = await listedPolicies()
  const shown = policies.ok ? arrange(policies.value.map(sortable), state, size) : undefined
  const rows = await Promise.all((shown?.rows ?? []).map(({ policy }) => policyRow(policy, state.search)))
  return (
    <Page crumbs={[{ label: 'IAM', href: '/iam' }, { label: 'Policies' }]}>
      <ResourceTable
        id="policies"
        paging="server"
        level={1}
        title="Policies"
        help="policies"
        description="A policy says which actions are allowed or denied on which resources."
        noun="policies"
        columns={policyColumns}
        rows={rows}
        total={policies.ok ? policies.value.length : undefined}
        matches={shown?.matches}
        size={size}
        defaultSort="name"
        search="Search policies"
        filters={[
          {
            key: 'type',
            label: 'Type',
            options: [
              { value: '', label: 'All types' },
              ...Object.entries(policyTypeNames).map(([value, label]) => ({ value, label })),
            ],
          },
        ]}
        selection="single"
        problem={policies.ok ? undefined : <Refused refusal={policies.refusal} />}
        empty={<Empty icon={FileText} title="No policies" />}
        actions={
          <>
            <PolicyActions />
            <ButtonLink href="/iam/policies/create" variant="primary">
              Create policy
            </ButtonLink>
          </>
        }
      />
    </Page>
  )
}

function sortable(policy: ListedPolicy) {
  const type = policyType(policy.Arn)
  return {
    policy,
    name: policy.PolicyName,
    sort: {
      name: policy.PolicyName,
      type: policyTypeNames[type],
      used: policy.AttachmentCount + policy.PermissionsBoundaryUsageCount,
    },
    filter: { type },
  }
}
