import { Refused } from '@/app/_parts/refused'
import { ask } from '@/app/door'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { CopyButton } from '@/components/ui/copy-button'
import { JsonView } from '@/components/ui/json-view'
import { getPolicy } from '@/lib/operations/iam/get-policy'
import { getPolicyVersion } from '@/lib/operations/iam/get-policy-version'
import { policyType } from '../../../_parts/policy-type'
import { policyHref } from '../../place'
import type { TabProps } from './tab'

/** The document of the version in force. */
export async function PermissionsTab({ arn, slim }: TabProps) {
  const policy = await ask(getPolicy, { PolicyArn: arn })
  const version = policy.ok
    ? await ask(getPolicyVersion, { PolicyArn: arn, VersionId: policy.value.Policy.DefaultVersionId })
    : policy
  const document = version.ok ? version.value.PolicyVersion.Document : undefined
  return (
    <Card
      title="Permissions defined in this policy"
      description="The version in force, as it was written."
      actions={
        <>
          {document && (
            <CopyButton text={document} what="JSON">
              Copy
            </CopyButton>
          )}
          {policyType(arn) === 'customer' && <ButtonLink href={`${policyHref(arn)}/edit`}>Edit</ButtonLink>}
        </>
      }
      flush={document !== undefined}
    >
      {!version.ok && <Refused refusal={version.refusal} slim={slim} />}
      {document && <JsonView text={document} label="Policy document" />}
    </Card>
  )
}
