import { CircleCheck, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Refused } from '@/app/_parts/refused'
import { ask } from '@/app/door'
import type { Refusal } from '@/app/refusal'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { ageInDays } from '@/components/ui/time'
import { currentIdentity } from '@/lib/caller/current-identity'
import { currentWorld } from '@/lib/caller/current-world'
import { listAccessKeys } from '@/lib/operations/iam/list-access-keys'
import { listMfaDevices } from '@/lib/operations/iam/list-mfa-devices'
import type { Summary } from './resources'

type Recommendation = {
  id: string
  isGood: boolean
  title: string
  text: ReactNode
  action?: ReactNode
}

/** A key that has been in use for longer wants to be replaced. */
const oldKeyDays = 365

/** What could be safer: about the account by one call, about the caller by another. */
export async function Recommendations({ summary }: { summary: Summary }) {
  const own = await ownKeys()
  const mfa = await ownMfa()
  const all = [...(summary.ok ? ofRoot(summary.value.SummaryMap, await isRoot()) : []), ...mfa.list, ...own.list]
  const expiry = await ownPassword()
  if (expiry) all.unshift(expiry)
  const isComplete = summary.ok && !own.refusal && !mfa.refusal
  return (
    <Card title="Security recommendations" counter={isComplete ? all.filter((one) => !one.isGood).length : undefined}>
      <div className="flex flex-col gap-3 pt-1">
        {!isComplete && (
          <div>
            {!summary.ok && <Refused refusal={summary.refusal} />}
            {mfa.refusal && <Refused refusal={mfa.refusal} slim={!summary.ok} />}
            {own.refusal && <Refused refusal={own.refusal} slim={!summary.ok || mfa.refusal !== undefined} />}
          </div>
        )}
        {all.length > 0 && (
          <ul className="flex flex-col">
            {all.map((one) => (
              <Row key={one.id} {...one} />
            ))}
          </ul>
        )}
      </div>
    </Card>
  )
}

function Row({ isGood, title, text, action }: Recommendation) {
  const Icon = isGood ? CircleCheck : TriangleAlert
  return (
    <li className="flex flex-wrap items-start gap-3 border-t border-line-soft py-3 first:border-t-0 first:pt-0 last:pb-0">
      <Icon
        size={18}
        aria-label={isGood ? 'Good:' : 'To do:'}
        className={isGood ? 'mt-px text-allow' : 'mt-px text-warn'}
      />
      <div className="min-w-0 flex-1 basis-60">
        <h3 className="type-strong">{title}</h3>
        <p className="text-text-2">{text}</p>
      </div>
      {action}
    </li>
  )
}

const toCredentials = (
  <ButtonLink size="small" href="/iam/credentials">
    Security credentials
  </ButtonLink>
)

type Root = { AccountMFAEnabled: number; AccountAccessKeysPresent: number }

const isRoot = async () => (await currentWorld()).caller.kind === 'root'

const ofRoot = ({ AccountMFAEnabled, AccountAccessKeysPresent }: Root, isOwn: boolean) => [
  rootMfa(AccountMFAEnabled, isOwn),
  rootKeys(AccountAccessKeysPresent),
]

const addMfa = (
  <ButtonLink size="small" href="/iam/credentials/assign-mfa">
    Add MFA
  </ButtonLink>
)

function rootMfa(enabled: number, isOwn: boolean): Recommendation {
  if (enabled > 0) {
    return {
      id: 'root-mfa',
      isGood: true,
      title: 'The root user has MFA',
      text: 'A stolen password is not enough to own the account.',
    }
  }
  return {
    id: 'root-mfa',
    isGood: false,
    title: 'Add MFA for the root user',
    text: 'Whoever has the root password has the account. Sign in as root and assign an MFA device.',
    action: isOwn && addMfa,
  }
}

async function ownMfa(): Promise<{ list: Recommendation[]; refusal?: Refusal }> {
  const { caller } = await currentWorld()
  if (caller.kind !== 'user') return { list: [] }
  const devices = await ask(listMfaDevices, {})
  if (!devices.ok) return { list: [], refusal: devices.refusal }
  const hasOne = devices.value.MFADevices.length > 0
  const good = { title: 'You have MFA', text: 'Your password alone opens no session.' }
  const bad = { title: 'Add MFA for yourself', text: 'Then a stolen password is not enough.', action: addMfa }
  return { list: [{ id: 'own-mfa', isGood: hasOne, ...(hasOne ? good : bad) }] }
}

function rootKeys(present: number): Recommendation {
  if (present === 0) {
    return {
      id: 'root-keys',
      isGood: true,
      title: 'The root user has no access keys',
      text: 'Keep it so: nothing can limit what such a key may do.',
    }
  }
  return {
    id: 'root-keys',
    isGood: false,
    title: 'Delete the access keys of the root user',
    text: 'No policy limits a root key. Work with the keys of a user who may only do what the work needs.',
    action: toCredentials,
  }
}

async function ownKeys(): Promise<{ list: Recommendation[]; refusal?: Refusal }> {
  const { now, caller } = await currentWorld()
  if (caller.kind === 'root') return { list: [] }
  const keys = await ask(listAccessKeys, {})
  if (!keys.ok) return { list: [], refusal: keys.refusal }
  const active = keys.value.AccessKeyMetadata.filter((key) => key.Status === 'Active')
  const old = active.filter((key) => ageInDays(key.CreateDate, now) > oldKeyDays)
  if (old.length === 0) {
    const title =
      active.length === 0
        ? 'You have no active access keys'
        : `Your active access keys are younger than ${oldKeyDays} days`
    return { list: [{ id: 'own-keys', isGood: true, title, text: 'A key that does not exist cannot be lost.' }] }
  }
  return { list: old.map((key) => oldKey(key.AccessKeyId, ageInDays(key.CreateDate, now))) }
}

function oldKey(id: string, days: number): Recommendation {
  return {
    id,
    isGood: false,
    title: 'Replace your old access key',
    text: (
      <>
        <code className="mono">{id}</code> is {days} days old. Create another, move over, then deactivate and delete
        this one.
      </>
    ),
    action: toCredentials,
  }
}

async function ownPassword(): Promise<Recommendation | undefined> {
  const { passwordExpiresInDays: days } = await currentIdentity()
  if (days === undefined) return undefined
  return {
    id: 'own-password',
    isGood: false,
    title:
      days === 0 ? 'Your password expires today' : `Your password expires in ${days} ${days === 1 ? 'day' : 'days'}`,
    text: 'Change it before, so that you do not have to ask an administrator.',
    action: toCredentials,
  }
}
