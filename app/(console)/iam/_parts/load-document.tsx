'use server'

import { Refused } from '@/app/_parts/refused'
import { ask, type Outcome } from '@/app/door'
import type { DocumentAnswer } from '@/components/console/policy-picker'
import { getGroupPolicy } from '@/lib/operations/iam/get-group-policy'
import { getPolicy } from '@/lib/operations/iam/get-policy'
import { getPolicyVersion } from '@/lib/operations/iam/get-policy-version'
import { getUserPolicy } from '@/lib/operations/iam/get-user-policy'

/** The JSON of a managed policy's version in force, for a row that is opened. */
export async function loadDocument(PolicyArn: string): Promise<DocumentAnswer> {
  const policy = await ask(getPolicy, { PolicyArn })
  if (!policy.ok) return { problem: <Refused refusal={policy.refusal} /> }
  return loadVersion(PolicyArn, policy.value.Policy.DefaultVersionId)
}

/** The JSON of one version of a managed policy. */
export async function loadVersion(PolicyArn: string, VersionId: string): Promise<DocumentAnswer> {
  const version = await ask(getPolicyVersion, { PolicyArn, VersionId })
  if (!version.ok) return { problem: <Refused refusal={version.refusal} /> }
  return { text: version.value.PolicyVersion.Document }
}

/** The JSON of a user's inline policy. */
export async function loadUserPolicy(UserName: string, PolicyName: string): Promise<DocumentAnswer> {
  return documentOf(await ask(getUserPolicy, { UserName, PolicyName }))
}

/** The JSON of a group's inline policy. */
export async function loadGroupPolicy(GroupName: string, PolicyName: string): Promise<DocumentAnswer> {
  return documentOf(await ask(getGroupPolicy, { GroupName, PolicyName }))
}

function documentOf(outcome: Outcome<{ PolicyDocument: string }>): DocumentAnswer {
  if (!outcome.ok) return { problem: <Refused refusal={outcome.refusal} /> }
  return { text: outcome.value.PolicyDocument }
}
