import { ask } from '@/app/door'
import { Card } from '@/components/ui/card'
import { KeyValues } from '@/components/ui/key-values'
import { Alert } from '@/components/ui/notice'
import { RelativeTime } from '@/components/ui/relative-time'
import { currentWorld } from '@/lib/caller/current-world'
import { getUser } from '@/lib/operations/iam/get-user'

/** AWS: ChangePassword is for IAM users; root's password is changed where the account is kept. */
export async function RootSignInCard() {
  const { now } = await currentWorld()
  const root = await ask(getUser, {})
  const lastSignIn = root.ok ? root.value.User.PasswordLastUsed : undefined
  return (
    <>
      <Alert kind="warning" title="The root user may do everything in this account.">
        Sign in as root for what only root can do, and as an IAM user for everything else.
      </Alert>
      <Card title="Console sign-in">
        <KeyValues
          columns={[
            [{ key: 'Console password', value: 'Set by whoever runs this practice server' }],
            [{ key: 'Last sign-in', value: <RelativeTime when={lastSignIn} now={now} withTime /> }],
          ]}
        />
      </Card>
    </>
  )
}
