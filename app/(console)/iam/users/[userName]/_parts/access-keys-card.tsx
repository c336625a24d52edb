import { KeyRound } from 'lucide-react'
import type { ReactNode } from 'react'
import { Refused } from '@/app/_parts/refused'
import { ask, type Outcome } from '@/app/door'
import { DeniedCell } from '@/components/console/denial-box'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { Copyable } from '@/components/ui/copy-button'
import { Empty } from '@/components/ui/empty'
import { type KeyValue, KeyValues, Nothing } from '@/components/ui/key-values'
import { Status } from '@/components/ui/notice'
import { RelativeTime } from '@/components/ui/relative-time'
import { ageText, fullTime, relativeTime } from '@/components/ui/time'
import { limits } from '@/lib/aws/limits'
import { currentWorld } from '@/lib/caller/current-world'
import type { OutputOf } from '@/lib/operations/define'
import { getAccessKeyLastUsed } from '@/lib/operations/iam/get-access-key-last-used'
import type { listAccessKeys } from '@/lib/operations/iam/list-access-keys'
import { accessKeysCall, tagsCall } from '../calls'
import { KeyMenu } from './key-menu'

const most = limits.AccessKeysPerUserQuota

type Props = {
  /** Nobody: the caller's own, which for root are root's. */
  userName: string | undefined
  slim: boolean
  /** Where a key is made. */
  createHref: string
}

export async function AccessKeysCard({ userName, slim, createHref }: Props) {
  const keys = await accessKeysCall(userName)
  const list = keys.ok ? keys.value.AccessKeyMetadata : []
  const isFull = list.length >= most
  return (
    <Card
      title="Access keys"
      counter={keys.ok ? list.length : undefined}
      description={
        keys.ok && `Use access keys to call from the command line, from SDKs or from code. A user can have ${most}.`
      }
      actions={
        isFull ? (
          <Button disabled title={`This user has ${most} access keys already. Delete one first.`}>
            Create access key
          </Button>
        ) : (
          <ButtonLink href={createHref}>Create access key</ButtonLink>
        )
      }
    >
      {!keys.ok && <Refused refusal={keys.refusal} slim={slim} />}
      {keys.ok && list.length === 0 && (
        <Empty icon={KeyRound} title="No access keys">
          Prefer short-lived credentials where you can.
        </Empty>
      )}
      {list.map((key) => (
        <AccessKey key={key.AccessKeyId} userName={userName} accessKey={key} />
      ))}
    </Card>
  )
}

type AccessKeyProps = {
  userName: string | undefined
  accessKey: OutputOf<typeof listAccessKeys>['AccessKeyMetadata'][number]
}

async function AccessKey({ userName, accessKey: { AccessKeyId, Status: status, CreateDate } }: AccessKeyProps) {
  const { now } = await currentWorld()
  const used = await ask(getAccessKeyLastUsed, { AccessKeyId })
  const told = await description(userName, AccessKeyId)
  const isActive = status === 'Active'
  return (
    <section
      className="border-t border-line-soft py-4 first:border-0 first:pt-0 last:pb-0"
      aria-label={`Access key ${AccessKeyId}`}
    >
      <div className="flex flex-wrap items-center justify-between gap-2 pb-3">
        <h3>
          <code className="mono">{AccessKeyId}</code>
        </h3>
        <KeyMenu
          userName={userName}
          id={AccessKeyId}
          isActive={isActive}
          description={told.text}
          lastUse={used.ok ? lastUseText(lastUsed(used.value), now) : 'You may not see when it was last used.'}
        />
      </div>
      <KeyValues
        columns={[
          [
            {
              key: 'Access key ID',
              value: (
                <Copyable text={AccessKeyId} what="access key ID">
                  <code className="mono">{AccessKeyId}</code>
                </Copyable>
              ),
            },
            { key: 'Description', value: told.denied ?? (told.text || <Nothing />) },
          ],
          [
            {
              key: 'Status',
              value: <Status kind={isActive ? 'success' : 'stopped'}>{status}</Status>,
            },
            { key: 'Created', value: `${fullTime(CreateDate)} (${ageText(CreateDate, now)})` },
          ],
          lastUsePairs(used, now),
        ]}
      />
    </section>
  )
}

function lastUsePairs(used: Outcome<OutputOf<typeof getAccessKeyLastUsed>>, now: Date): KeyValue[] {
  const names = ['Last used', 'Last used Region', 'Last used service']
  if (!used.ok) return names.map((key) => ({ key, value: deniedOf(used.refusal) }))
  const { Region, ServiceName } = used.value.AccessKeyLastUsed
  return [
    { key: 'Last used', value: <RelativeTime when={lastUsed(used.value)} now={now} /> },
    { key: 'Last used Region', value: told(Region) },
    { key: 'Last used service', value: told(ServiceName) },
  ]
}

// AWS: a key that was never used has N/A for both.
const told = (place: string) => (place === 'N/A' ? <Nothing>N/A</Nothing> : place)

const lastUsed = (used: OutputOf<typeof getAccessKeyLastUsed>) => used.AccessKeyLastUsed.LastUsedDate

const lastUseText = (when: Date | undefined, now: Date) =>
  when ? `It was last used ${relativeTime(when, now).toLowerCase()}.` : 'It was never used.'

const deniedOf = ({ denial }: { denial?: React.ComponentProps<typeof DeniedCell>['denial'] }) =>
  denial && <DeniedCell denial={denial} />

// AWS: the description of a key is a tag of its user whose key is the access key ID.
async function description(userName: string | undefined, id: string): Promise<{ text: string; denied?: ReactNode }> {
  // Root has no tags.
  if (userName === undefined) return { text: '' }
  const tags = await tagsCall(userName)
  if (!tags.ok) return { text: '', denied: deniedOf(tags.refusal) }
  return { text: tags.value.Tags.find((tag) => tag.Key === id)?.Value ?? '' }
}
