import type { Metadata } from 'next'
import { Refused } from '@/app/_parts/refused'
import { ask } from '@/app/door'
import { Page } from '@/components/console/page'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { Alert } from '@/components/ui/notice'
import { nameInArn } from '@/lib/aws/arn'
import { getPolicy } from '@/lib/operations/iam/get-policy'
import { getPolicyVersion } from '@/lib/operations/iam/get-policy-version'
import { policyType } from '../../../_parts/policy-type'
import { policyCrumbs, policyHref } from '../../place'
import { EditPolicyWizard } from './_parts/edit-policy-wizard'

export const metadata: Metadata = { title: 'Edit policy' }

export default async function EditPolicyPage({ params }: { params: Promise<{ policyArn: string }> }) {
  const arn = decodeURIComponent((await params).policyArn)
  const crumbs = policyCrumbs(arn, 'Edit')
  const title = `Modify permissions in ${nameInArn(arn)}`
  if (policyType(arn) !== 'customer') {
    return (
      <Page crumbs={crumbs} title={title}>
        <Alert
          action={
            <ButtonLink size="small" href={policyHref(arn)}>
              View policy
            </ButtonLink>
          }
        >
          This policy is managed by AWS: nobody can edit it here. Copy its JSON into a policy of your own.
        </Alert>
      </Page>
    )
  }
  const version = await versionInForce(arn)
  if (!version.ok) {
    return (
      <Page crumbs={crumbs} title={title}>
        <Card title="Policy editor">
          <Refused refusal={version.refusal} />
        </Card>
      </Page>
    )
  }
  const { Document, VersionId } = version.value.PolicyVersion
  return (
    <Page crumbs={crumbs}>
      <EditPolicyWizard arn={arn} start={Document} version={VersionId} />
    </Page>
  )
}

async function versionInForce(PolicyArn: string) {
  const policy = await ask(getPolicy, { PolicyArn })
  if (!policy.ok) return policy
  return ask(getPolicyVersion, { PolicyArn, VersionId: policy.value.Policy.DefaultVersionId })
}
