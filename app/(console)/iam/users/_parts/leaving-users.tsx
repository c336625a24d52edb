'use client'

import { useCallback, useState } from 'react'
import { Refused } from '@/app/_parts/refused'
import { DeniedCell } from '@/components/console/denial-box'
import { Button } from '@/components/ui/button'
import { Nothing } from '@/components/ui/key-values'
import { Alert } from '@/components/ui/notice'
import { RelativeTime } from '@/components/ui/relative-time'
import { useChoices } from '../../_parts/use-choices'
import { useAct } from '../[userName]/_parts/use-act'
import { deactivateKeys } from '../[userName]/actions'
import { type LeavingUser, loadLeavingUsers } from '../leaving'

/** The users of a deletion with their last activity, and whose keys still work. */
export function LeavingUsers({ users }: { users: readonly string[] }) {
  const [names] = useState(users)
  const load = useCallback(() => loadLeavingUsers(names), [names])
  const { choices, refresh } = useChoices(load)
  const { run, refusal, busy } = useAct()
  const told = new Map(choices.map((user) => [user.name, user]))
  return (
    <div className="flex flex-col gap-3 pt-3">
      <ul className="list-disc pl-5">
        {names.map((name) => (
          <li key={name}>
            <b>{name}</b>, last activity: <LastActivity user={told.get(name)} />
          </li>
        ))}
      </ul>
      {choices.map(({ name, activeKeys }) =>
        activeKeys.ok && activeKeys.value.length > 0 ? (
          <Alert
            key={name}
            kind="warning"
            action={
              <Button
                size="small"
                loading={busy}
                label={`Deactivate the keys of ${name}`}
                onClick={() => run(() => deactivateKeys(name, activeKeys.value), refresh)}
              >
                Deactivate
              </Button>
            }
          >
            {name} has{' '}
            {activeKeys.value.length === 1 ? 'an active access key' : `${activeKeys.value.length} active access keys`}.
            Deactivate first to see whether something still needs it.
          </Alert>
        ) : null,
      )}
      {refusal && <Refused refusal={refusal} announce />}
    </div>
  )
}

function LastActivity({ user }: { user: LeavingUser | undefined }) {
  if (!user) return <Nothing />
  const { lastActivity } = user
  if (lastActivity.ok) return <RelativeTime when={lastActivity.value} now={new Date()} />
  const { denial, message } = lastActivity.refusal
  return denial ? <DeniedCell denial={denial} /> : <Nothing>{message}</Nothing>
}
