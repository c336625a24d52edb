import { KeyRound, Users } from 'lucide-react'
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
export function userRow({ shown, cells }: UserOfView, now: Date): Row {
  return {
    id: shown.name,
    name: shown.name,
    cells: {
      UserName: (
        <Link className="name-link" href={`/iam/users/${encodeURIComponent(shown.name)}`}>
          {shown.name}
        </Link>
      ),
      Path: shown.path,
      Groups: answered(cells.groups, (count) => count),
      LastActivity: answered(cells.lastActivity, (when) => <RelativeTime when={when} now={now} />),
      Mfa: answered(cells.mfa, (count) => (count > 0 ? 'Virtual' : <Nothing>None</Nothing>)),
      PasswordAge: answered(cells.password, ({ changed }) => (changed ? ageText(changed, now) : <Nothing />)),
      LastSignIn: <RelativeTime when={shown.passwordLastUsed} now={now} withTime />,
      AccessKey: answered(cells.keys, (keys) => <Keys keys={keys} />),
      KeyAge: answered(cells.keys, (keys) => <KeyAge created={oldestActive(keys)} now={now} />),
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
      {status} - <code className="mono">{id}</code>
    </span>
  ))
}

const oldestActive = (keys: Keys) =>
  keys
    .filter((key) => key.status === 'Active')
    .map((key) => key.created)
    .toSorted((one, other) => one.getTime() - other.getTime())[0]

const latest = (dates: (Date | null)[]) => dates.filter((date) => date !== null).toSorted((a, b) => +b - +a)[0]

function KeyAge({ created, now }: { created: Date | undefined; now: Date }) {
  if (!created) return <Nothing />
  const age = ageText(created, now)
  return ageInDays(created, now) > oldKeyDays ? <OverAge>{age}</OverAge> : age
}

function facts({ groups, keys }: Cells, now: Date): Fact[] {
  const list: Fact[] = []
  if (groups.allowed) {
    list.push({
      icon: <Users size={14} aria-hidden="true" />,
      text: `${groups.value} group${groups.value === 1 ? '' : 's'}`,
    })
  }
  if (keys.allowed) {
    const created = oldestActive(keys.value)
    const isOld = created !== undefined && ageInDays(created, now) > oldKeyDays
    list.push({
      icon: <KeyRound size={14} aria-hidden="true" />,
      text: created ? `Key active, ${ageText(created, now)}` : 'No active key',
      tone: isOld ? 'warn' : 'quiet',
    })
  }
  return list
}
