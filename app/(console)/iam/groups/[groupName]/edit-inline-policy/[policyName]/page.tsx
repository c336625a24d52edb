import type { Metadata } from 'next'
import { ask } from '@/app/door'
import { limits } from '@/lib/aws/limits'
import { getGroupPolicy } from '@/lib/operations/iam/get-group-policy'
import { EditInlinePage } from '../../../../_parts/edit-inline-page'
import { groupCrumbs, groupHref } from '../../place'
import { savePolicy } from './save-policy'

export const metadata: Metadata = { title: 'Edit inline policy' }

type Props = { params: Promise<{ groupName: string; policyName: string }> }

export default async function EditGroupPolicyPage({ params }: Props) {
  const given = await params
  const groupName = decodeURIComponent(given.groupName)
  const policyName = decodeURIComponent(given.policyName)
  return (
    <EditInlinePage
      crumbs={groupCrumbs(groupName, 'Edit inline policy')}
      policy={await ask(getGroupPolicy, { GroupName: groupName, PolicyName: policyName })}
      owner={`group ${groupName}`}
      name={policyName}
      maxCharacters={limits.GroupPolicySizeQuota}
      back={`${groupHref(groupName)}?section=permissions`}
      save={savePolicy.bind(null, groupName, policyName)}
    />
  )
}
