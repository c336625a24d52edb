import { Refused } from '@/app/_parts/refused'
import { ask } from '@/app/door'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { CopyButton } from '@/components/ui/copy-button'
import { JsonView } from '@/components/ui/json-view'
import { Segmented } from '@/components/ui/segmented'
import { currentWorld } from '@/lib/caller/current-world'
import { getPolicy } from '@/lib/operations/iam/get-policy'
import { getPolicyVersion } from '@/lib/operations/iam/get-policy-version'
import { policyType } from '../../../_parts/policy-type'
import { PolicySummary } from '../../../_parts/summary/policy-summary'
import { readSummaryAddress, summaryHref } from '../../../_parts/summary/summary-address'
import { policyHref } from '../../place'
import type { TabProps } from './tab'

/** The document of the version in force: summed up, or as it was written. */
export async function PermissionsTab({ arn, slim, params }: TabProps) {
  const policy = await ask(getPolicy, { PolicyArn: arn })
  const version = policy.ok
    ? await ask(getPolicyVersion, { PolicyArn: arn, VersionId: policy.value.Policy.DefaultVersionId })
    : policy
  const document = version.ok ? version.value.PolicyVersion.Document : undefined
  const address = readSummaryAddress(params)
  const { caller } = await currentWorld()
  const isJson = address.view === 'json'
  return (
    <Card
      title="Permissions defined in this policy"
      description={isJson ? 'The version in force, as it was written.' : 'What the version in force says by itself.'}
      actions={
        <>
          <Segmented
            label="View"
            value={address.view}
            options={[
              { value: 'summary', label: 'Summary', href: summaryHref({}) },
              { value: 'json', label: 'JSON', href: summaryHref({ view: 'json' }) },
            ]}
          />
          {document && (
            <CopyButton text={document} what="JSON">
              Copy
            </CopyButton>
          )}
          {policyType(arn) === 'customer' && <ButtonLink href={`${policyHref(arn)}/edit`}>Edit</ButtonLink>}
        </>
      }
      flush={isJson && document !== undefined}
    >
      {!version.ok && <Refused refusal={version.refusal} slim={slim} />}
      {document && isJson && <JsonView text={document} label="Policy document" />}
      {document && !isJson && (
        <div className="flex flex-col gap-4">
          <PolicySummary text={document} address={address} account={caller.account} />
        </div>
      )}
    </Card>
  )
}
