import { SelectionButton } from '@/app/_parts/action-button'
import { Refused } from '@/app/_parts/refused'
import { ResourceTable } from '@/components/console/resource-table'
import type { Column } from '@/components/console/table-rows'
import { Badge } from '@/components/ui/notice'
import { fullTime } from '@/components/ui/time'
import { loadVersion } from '../../../_parts/load-document'
import { PolicyText } from '../../../_parts/policy-text'
import { policyType } from '../../../_parts/policy-type'
import { removeVersion, setDefault } from '../actions'
import { versionsCall } from '../calls'
import type { TabProps } from './tab'

const columns: readonly Column[] = [
  { key: 'version', header: 'Version', locked: true, narrow: 'title' },
  { key: 'created', header: 'Creation time', narrow: 'aside' },
]

export async function VersionsTab({ arn, slim }: TabProps) {
  const versions = await versionsCall(arn)
  const isOwn = policyType(arn) === 'customer'
  return (
    <ResourceTable
      id="policy-versions"
      paging="browser"
      title="Policy versions"
      description="Up to five versions are kept. Only the default one is in force."
      noun="versions"
      columns={columns}
      rows={(versions.ok ? versions.value.Versions : []).map(({ VersionId, IsDefaultVersion, CreateDate }) => ({
        id: VersionId,
        name: VersionId,
        unselectable: IsDefaultVersion,
        cells: {
          version: IsDefaultVersion ? <Badge tone="accent">{`${VersionId} (Default)`}</Badge> : <b>{VersionId}</b>,
          created: fullTime(CreateDate),
        },
        details: <PolicyText name={VersionId} load={loadVersion.bind(null, arn, VersionId)} />,
      }))}
      selection={isOwn ? 'single' : undefined}
      problem={versions.ok ? undefined : <Refused refusal={versions.refusal} slim={slim} />}
      actions={
        isOwn && (
          <>
            <SelectionButton
              label="Delete"
              act={removeVersion.bind(null, arn)}
              confirm={{
                title: 'Delete this version?',
                action: 'Delete',
                danger: true,
                text: 'Its number is not used again.',
              }}
            />
            <SelectionButton
              label="Set as default"
              act={setDefault.bind(null, arn)}
              confirm={{
                title: 'Put this version in force?',
                action: 'Set as default',
                text: 'It holds at once for everybody who has the policy.',
              }}
            />
          </>
        )
      }
    />
  )
}
