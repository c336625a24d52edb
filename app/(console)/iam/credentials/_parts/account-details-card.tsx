import { ask } from '@/app/door'
import { DeniedCell } from '@/components/console/denial-box'
import { spacedAccountId } from '@/components/console/identity'
import { Card } from '@/components/ui/card'
import { Copyable } from '@/components/ui/copy-button'
import { KeyValues } from '@/components/ui/key-values'
import { Arn } from '@/components/ui/text'
import { fullTime } from '@/components/ui/time'
import { currentIdentity } from '@/lib/caller/current-identity'
import { getUser } from '@/lib/operations/iam/get-user'

/** Who and where one is; what only GetUser tells is refused by itself. */
export async function AccountDetailsCard() {
  const { accountId, accountAlias, arn, kind } = await currentIdentity()
  const user = await ask(getUser, {})
  const told = (value: (user: { UserId: string; CreateDate: Date }) => React.ReactNode) => {
    if (user.ok) return value(user.value.User)
    return user.refusal.denial ? <DeniedCell denial={user.refusal.denial} /> : user.refusal.message
  }
  return (
    <Card title="Account details">
      <KeyValues
        columns={[
          [
            {
              key: kind === 'root' ? 'Root user ARN' : 'User ARN',
              value: (
                <Copyable text={arn} what="ARN">
                  <Arn>{arn}</Arn>
                </Copyable>
              ),
            },
            { key: 'Created', value: told(({ CreateDate }) => fullTime(CreateDate)) },
          ],
          [
            {
              key: 'Account ID',
              value: (
                <Copyable text={accountId} what="Account ID">
                  {spacedAccountId(accountId)}
                </Copyable>
              ),
            },
            { key: 'Account alias', value: accountAlias },
          ],
          [{ key: 'Unique ID', value: told(({ UserId }) => <code className="mono">{UserId}</code>) }],
        ]}
      />
    </Card>
  )
}
