import type { Metadata } from 'next'
import { ask } from '@/app/door'
import { limits } from '@/lib/aws/limits'
import { getUserPolicy } from '@/lib/operations/iam/get-user-policy'
import { EditInlinePage } from '../../../../_parts/edit-inline-page'
import { userCrumbs, userHref } from '../../place'
import { savePolicy } from './save-policy'

export const metadata: Metadata = { title: 'Edit inline policy' }

type Props = { params: Promise<{ userName: string; policyName: string }> }

export default async function EditUserPolicyPage({ params }: Props) {
  const given = await params
  const userName = decodeURIComponent(given.userName)
  const policyName = decodeURIComponent(given.policyName)
  return (
    <EditInlinePage
      crumbs={userCrumbs(userName, 'Edit inline policy')}
      policy={await ask(getUserPolicy, { UserName: userName, PolicyName: policyName })}
      owner={`user ${userName}`}
      name={policyName}
      maxCharacters={limits.UserPolicySizeQuota}
      back={`${userHref(userName)}?section=permissions`}
      save={savePolicy.bind(null, userName, policyName)}
    />
  )
}
