import type { ReactNode } from 'react'
import { Refused } from '@/app/_parts/refused'
import { ask, type Outcome } from '@/app/door'
import type { Refusal } from '@/app/refusal'
import { DeniedCell } from '@/components/console/denial-box'
import { Card } from '@/components/ui/card'
import { Copyable } from '@/components/ui/copy-button'
import { type KeyValue, KeyValues, Nothing } from '@/components/ui/key-values'
import { Link } from '@/components/ui/link'
import { Status } from '@/components/ui/notice'
import { RelativeTime } from '@/components/ui/relative-time'
import { Arn } from '@/components/ui/text'
import { ageInDays, ageText, fullTime, relativeTime } from '@/components/ui/time'
import { currentWorld } from '@/lib/caller/current-world'
import type { OutputOf } from '@/lib/operations/define'
import { getAccessKeyLastUsed } from '@/lib/operations/iam/get-access-key-last-used'
import type { getUser } from '@/lib/operations/iam/get-user'
import type { listMfaDevices } from '@/lib/operations/iam/list-mfa-devices'
import { accessKeysCall, loginProfileCall, mfaDevicesCall } from '../calls'

type Props = { userName: string; user: Outcome<OutputOf<typeof getUser>> }

/** The summary card: each value by its own call, and refused by itself. */
export async function UserSummary({ userName, user }: Props) {
  if (!user.ok) {
    return (
      <Card title="Summary">
        <Refused refusal={user.refusal} />
      </Card>
    )
  }
  const { now } = await currentWorld()
  const { Arn: arn, CreateDate, PasswordLastUsed } = user.value.User
  const profile = await loginProfileCall(userName)
  const devices = await mfaDevicesCall(userName)
  return (
    <Card title="Summary">
      <KeyValues
        columns={[
          [
            {
              key: 'ARN',
              value: (
                <Copyable text={arn} what="ARN">
                  <Arn>{arn}</Arn>
                </Copyable>
              ),
            },
            { key: 'Created', value: fullTime(CreateDate) },
          ],
          [
            { key: 'Console access', value: consoleAccess(profile, devices) },
            { key: 'Last console sign-in', value: <RelativeTime when={PasswordLastUsed} now={now} withTime /> },
          ],
          [{ key: 'MFA', value: mfa(devices) }],
          await accessKeyPairs(userName, now),
        ]}
      />
    </Card>
  )
}

type Devices = Outcome<OutputOf<typeof listMfaDevices>>

function consoleAccess(profile: Outcome<unknown>, devices: Devices): ReactNode {
  if (profile.ok) {
    if (!devices.ok) return <Status kind="success">Enabled</Status>
    return devices.value.MFADevices.length > 0 ? (
      <Status kind="success">Enabled with MFA</Status>
    ) : (
      <Status kind="warning">Enabled without MFA</Status>
    )
  }
  return profile.refusal.code === 'NoSuchEntity' ? (
    <Nothing>Disabled</Nothing>
  ) : (
    <DeniedValue refusal={profile.refusal} />
  )
}

function mfa(devices: Devices): ReactNode {
  if (!devices.ok) return <DeniedValue refusal={devices.refusal} />
  const { length } = devices.value.MFADevices
  return length > 0 ? `${length} assigned` : <Nothing>None</Nothing>
}

async function accessKeyPairs(UserName: string, now: Date): Promise<KeyValue[]> {
  const keys = await accessKeysCall(UserName)
  const names = ['Access key 1', 'Access key 2']
  if (!keys.ok) return names.map((key) => ({ key, value: <DeniedValue refusal={keys.refusal} /> }))
  const drawn = await Promise.all(
    keys.value.AccessKeyMetadata.map(async ({ AccessKeyId, Status: status, CreateDate }) => {
      const used = await ask(getAccessKeyLastUsed, { AccessKeyId })
      const when = used.ok ? used.value.AccessKeyLastUsed.LastUsedDate : undefined
      return (
        <span key={AccessKeyId}>
          <code className="mono">{AccessKeyId}</code> - {status}
          <small className="block text-text-2">
            {used.ok ? (
              when ? (
                `Used ${relativeTime(when, now).toLowerCase()}.`
              ) : (
                'Never used.'
              )
            ) : (
              <DeniedValue refusal={used.refusal} />
            )}{' '}
            {ageInDays(CreateDate, now) === 0 ? 'Created today.' : `${ageText(CreateDate, now)} old.`}
          </small>
        </span>
      )
    }),
  )
  const create = (
    <Link className="inline-link" href={`/iam/users/${encodeURIComponent(UserName)}/create-access-key`}>
      Create access key
    </Link>
  )
  return names.map((key, index) => ({ key, value: drawn[index] ?? create }))
}

function DeniedValue({ refusal }: { refusal: Refusal }) {
  return refusal.denial ? <DeniedCell denial={refusal.denial} /> : <span className="text-deny">{refusal.message}</span>
}
