import { KeyRound, ShieldCheck, ShieldOff, TriangleAlert, Users } from 'lucide-react'
import { answered } from '@/app/_parts/answered'
import type { Fact, Row } from '@/components/console/table-rows'
import { Nothing } from '@/components/ui/key-values'
import { Link } from '@/components/ui/link'
import { OverAge, Status } from '@/components/ui/notice'
import { RelativeTime } from '@/components/ui/relative-time'
import { Arn } from '@/components/ui/text'
import { ageInDays, ageText, fullTime } from '@/components/ui/time'
import type { RowOf } from '@/lib/gate/perform-view'
import type { usersView } from '@/lib/operations/iam/views/users-view'

type UserOfView = RowOf<typeof usersView>

/** A key older than this wants to be rotated. */
const oldKeyDays = 90

/** One user of the list; every cell that was refused says so by itself. */
export function userRow({ shown, cells }: UserOfView, now: Date, maxPasswordAge = Number.POSITIVE_INFINITY): Row {
  return {
    id: shown.name,
    name: shown.name,
    cells: {
      UserName: (
        <Link className="name-link" href={`/iam/users/${encodeURIComponent(shown.name)}`}>
          {shown.name}
        </Link>
      ),
      Path: <span className="text-text-2">{shown.path}</span>,
      Groups: answered(cells.groups, (count) => count),
      LastActivity: answered(cells.lastActivity, (when) => <RelativeTime when={when} now={now} />),
      Mfa: answered(cells.mfa, (count) => (count > 0 ? 'Virtual' : <Nothing>None</Nothing>)),
      PasswordAge: answered(cells.password, ({ changed }) => (
        <Age since={changed} now={now} old={changed !== null && ageInDays(changed, now) > maxPasswordAge} />
      )),
      LastSignIn: <RelativeTime when={shown.passwordLastUsed} now={now} withTime />,
      AccessKey: answered(cells.keys, (keys) => <Keys keys={keys} />),
      KeyAge: answered(cells.keys, (keys) => <KeyAge keys={keys} now={now} />),
      KeyLastUsed: answered(cells.keyLastUsed, (keys) => (
        <RelativeTime when={latest(keys.map((key) => key.lastUsed))} now={now} />
      )),
      ConsoleAccess: answered(cells.password, ({ isSet }) =>
        isSet ? (
          <Status kind="success" small>
            Enabled
          </Status>
        ) : (
          <Nothing>Disabled</Nothing>
        ),
      ),
      Certificates: answered(cells.certificates, (count) => (count > 0 ? count : <Nothing>None</Nothing>)),
      Created: fullTime(shown.created),
      Arn: <Arn>{shown.arn}</Arn>,
    },
    facts: facts(cells, now),
  }
}

type Cells = UserOfView['cells']
type Keys = Extract<Cells['keys'], { allowed: true }>['value']

function Keys({ keys }: { keys: Keys }) {
  if (keys.length === 0) return <Nothing>None</Nothing>
  return keys.map(({ id, status }) => (
    <span key={id} className="block">
      {status} <Nothing>-</Nothing> <code className="mono key-id">{id}</code>
    </span>
  ))
}

const latest = (dates: (Date | null)[]) => dates.filter((date) => date !== null).toSorted((a, b) => +b - +a)[0]

/** The oldest key that works, or the oldest of those that were switched off. */
function oldestKey(keys: Keys) {
  const active = keys.filter((key) => key.status === 'Active')
  return (active.length > 0 ? active : keys).toSorted((one, other) => +one.created - +other.created)[0]
}

const isOldKey = (key: Keys[number], now: Date) => ageInDays(key.created, now) > oldKeyDays

function KeyAge({ keys, now }: { keys: Keys; now: Date }) {
  const key = oldestKey(keys)
  return <Age since={key?.created} now={now} old={key && isOldKey(key, now)} />
}

function Age({ since, now, old }: { since: Date | null | undefined; now: Date; old?: boolean }) {
  if (!since) return <Nothing />
  const age = ageText(since, now)
  return old ? <OverAge>{age}</OverAge> : age
}

/** What a record tells on a narrow screen. */
function facts({ mfa, groups, keys }: Cells, now: Date): Fact[] {
  const list: Fact[] = []
  if (mfa.allowed) {
    const Icon = mfa.value > 0 ? ShieldCheck : ShieldOff
    list.push({ icon: <Icon size={14} aria-hidden="true" />, text: mfa.value > 0 ? 'Virtual' : 'No MFA' })
  }
  if (groups.allowed) {
    list.push({
      icon: <Users size={14} aria-hidden="true" />,
      text: `${groups.value} group${groups.value === 1 ? '' : 's'}`,
    })
  }
  if (keys.allowed) list.push(keyFact(oldestKey(keys.value), now))
  return list
}

function keyFact(key: Keys[number] | undefined, now: Date): Fact {
  if (!key) return { icon: <KeyRound size={14} aria-hidden="true" />, text: 'No access key', tone: 'quiet' }
  const isOld = isOldKey(key, now)
  const Icon = isOld ? TriangleAlert : KeyRound
  return {
    icon: <Icon size={14} aria-hidden="true" />,
    text: `Key ${key.status.toLowerCase()}, ${ageText(key.created, now).toLowerCase()}`,
    tone: isOld ? 'warn' : undefined,
  }
}
