import type { ReactNode } from 'react'
import { Refused } from '@/app/_parts/refused'
import { DeniedCell } from '@/components/console/denial-box'
import { Card } from '@/components/ui/card'
import { Copyable } from '@/components/ui/copy-button'
import { KeyValues, Nothing } from '@/components/ui/key-values'
import { RelativeTime } from '@/components/ui/relative-time'
import { relativeTime } from '@/components/ui/time'
import { currentWorld } from '@/lib/caller/current-world'
import { signInAddress } from '../../../_parts/sign-in-address'
import { loginProfileCall, userCall } from '../calls'
import { ConsoleAccessButton } from './console-access-button'
import type { TabProps } from './tab'

/** `actions`: other buttons than an administrator's. */
export async function ConsoleSignInCard({ userName, slim, actions: own }: TabProps & { actions?: ReactNode }) {
  const profile = await loginProfileCall(userName)
  const isOff = !profile.ok && profile.refusal.code === 'NoSuchEntity'
  const actions = own ?? <ConsoleAccessButton userName={userName} isEnabled={profile.ok} />
  if (!profile.ok && !isOff) {
    return (
      <Card title="Console sign-in" actions={actions}>
        <Refused refusal={profile.refusal} slim={slim} />
      </Card>
    )
  }
  const { now } = await currentWorld()
  const address = await signInAddress()
  const user = await userCall(userName)
  const lastSignIn = user.ok ? user.value.User.PasswordLastUsed : undefined
  return (
    <Card title="Console sign-in" actions={actions}>
      <KeyValues
        columns={[
          [
            {
              key: 'Console sign-in link',
              value: (
                <Copyable text={address} what="link">
                  <a className="inline-link" href={address}>
                    {address}
                  </a>
                </Copyable>
              ),
            },
          ],
          [
            {
              key: 'Console password',
              value: profile.ok ? passwordAge(profile.value, now) : <Nothing>Not enabled</Nothing>,
            },
          ],
          [
            {
              key: 'Last sign-in',
              value: user.ok ? (
                <RelativeTime when={lastSignIn} now={now} withTime />
              ) : (
                user.refusal.denial && <DeniedCell denial={user.refusal.denial} />
              ),
            },
          ],
        ]}
      />
    </Card>
  )
}

function passwordAge({ created, changed }: { created: Date; changed: Date }, now: Date): string {
  return `${+changed > +created ? 'Updated' : 'Set'} ${relativeTime(changed, now).toLowerCase()}`
}
