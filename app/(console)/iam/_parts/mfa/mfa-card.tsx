import { ShieldCheck } from 'lucide-react'
import { SelectionButton } from '@/app/_parts/action-button'
import { Refused } from '@/app/_parts/refused'
import { ResourceTable } from '@/components/console/resource-table'
import type { Column, Row } from '@/components/console/table-rows'
import { ButtonLink } from '@/components/ui/button-link'
import { Copyable } from '@/components/ui/copy-button'
import { Empty } from '@/components/ui/empty'
import { Nothing } from '@/components/ui/key-values'
import { Arn } from '@/components/ui/text'
import { fullTime } from '@/components/ui/time'
import { nameInArn } from '@/lib/aws/arn'
import { limits } from '@/lib/aws/limits'
import type { OutputOf } from '@/lib/operations/define'
import type { listMfaDevices } from '@/lib/operations/iam/list-mfa-devices'
import { mfaDevicesCall } from '../../users/[userName]/calls'
import { removeDevice } from './actions'
import { ResyncButton } from './resync-button'

const columns: readonly Column[] = [
  { key: 'type', header: 'Type', locked: true },
  { key: 'identifier', header: 'Identifier', sortable: true, locked: true, narrow: 'title' },
  { key: 'certifications', header: 'Certifications' },
  { key: 'created', header: 'Created on', sortable: true },
]

type Props = {
  /** Nobody: root's own devices. */
  userName: string | undefined
  slim: boolean
  /** Where a device is assigned. */
  assignHref: string
}

/** The MFA devices of a user or of root. */
export async function MfaCard({ userName, slim, assignHref }: Props) {
  const devices = await mfaDevicesCall(userName)
  const rows = devices.ok ? devices.value.MFADevices.map(deviceRow) : []
  return (
    <ResourceTable
      id="mfa-devices"
      paging="browser"
      title="Multi-factor authentication (MFA)"
      bare
      still
      description={
        devices.ok &&
        `With a device, the password alone opens no session. Up to ${limits.MFADevicesPerUserQuota} devices; any one will do.`
      }
      noun="MFA devices"
      columns={columns}
      rows={rows}
      defaultSort="identifier"
      selection="single"
      problem={devices.ok ? undefined : <Refused refusal={devices.refusal} slim={slim} />}
      empty={
        <Empty icon={ShieldCheck} title="No MFA devices">
          Assign one, so that a stolen password is not enough.
        </Empty>
      }
      actions={
        <>
          <SelectionButton
            label="Remove"
            act={removeDevice.bind(null, userName)}
            confirm={{
              title: 'Remove MFA device?',
              action: 'Remove',
              text: 'From the next sign-in on the password alone is enough, unless another device is left.',
            }}
          />
          <ResyncButton userName={userName} />
          <ButtonLink href={assignHref}>Assign MFA device</ButtonLink>
        </>
      }
    />
  )
}

function deviceRow({ SerialNumber, EnableDate }: OutputOf<typeof listMfaDevices>['MFADevices'][number]): Row {
  return {
    id: SerialNumber,
    name: nameInArn(SerialNumber),
    sort: { identifier: SerialNumber, created: EnableDate.toISOString() },
    search: SerialNumber,
    cells: {
      type: 'Virtual',
      identifier: (
        <Copyable text={SerialNumber} what="identifier">
          <Arn>{SerialNumber}</Arn>
        </Copyable>
      ),
      certifications: <Nothing>Not applicable</Nothing>,
      created: fullTime(EnableDate),
    },
  }
}
