import { Refused } from '@/app/_parts/refused'
import { ask } from '@/app/door'
import { Info } from '@/components/console/info'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { type KeyValue, KeyValues, Nothing } from '@/components/ui/key-values'
import { Status } from '@/components/ui/notice'
import type { OutputOf } from '@/lib/operations/define'
import { getAccountPasswordPolicy } from '@/lib/operations/iam/get-account-password-policy'

type Policy = OutputOf<typeof getAccountPasswordPolicy>['PasswordPolicy']

/** The rules for passwords as they are. AWS: no policy of the account's own is NoSuchEntity, and IAM's default holds. */
export async function PasswordPolicyCard() {
  const outcome = await ask(getAccountPasswordPolicy, {})
  const isDefault = !outcome.ok && outcome.refusal.code === 'NoSuchEntity'
  return (
    <Card
      title="Password policy"
      info={<Info topic="password-policy" about="Password policy" />}
      description="What the console passwords of IAM users must be like. It never applies to the root user or to access keys."
      actions={<ButtonLink href="/iam/settings/password-policy">Edit</ButtonLink>}
    >
      {outcome.ok && <KeyValues columns={columnsOf(outcome.value.PasswordPolicy)} />}
      {isDefault && <KeyValues columns={defaultColumns} />}
      {!outcome.ok && !isDefault && <Refused refusal={outcome.refusal} />}
    </Card>
  )
}

const defaultColumns: KeyValue[][] = [
  [
    { key: 'This account uses', value: 'The IAM default' },
    { key: 'Password minimum length', value: '8 characters' },
  ],
  [
    {
      key: 'Password strength',
      value: (
        <Lines
          lines={[
            'At least three of: uppercase letters, lowercase letters, numbers, symbols',
            'Not the account name or its e-mail address',
          ]}
        />
      ),
    },
  ],
  [
    { key: 'Password expiration', value: <Nothing>Never</Nothing> },
    { key: 'Password reuse', value: 'Allowed' },
    { key: 'Users may change their own password', value: 'Only with iam:ChangePassword' },
  ],
]

function columnsOf(policy: Policy): KeyValue[][] {
  const strength = [
    policy.RequireUppercaseCharacters && 'At least one uppercase letter',
    policy.RequireLowercaseCharacters && 'At least one lowercase letter',
    policy.RequireNumbers && 'At least one number',
    policy.RequireSymbols && 'At least one symbol',
  ].filter((line) => line !== false)
  return [
    [
      { key: 'This account uses', value: 'A custom policy' },
      { key: 'Password minimum length', value: `${policy.MinimumPasswordLength} characters` },
    ],
    [{ key: 'Password strength', value: strength.length > 0 ? <Lines lines={strength} /> : <Nothing>Any</Nothing> }],
    [
      { key: 'Password expiration', value: expiration(policy) },
      { key: 'Password reuse', value: reuse(policy.PasswordReusePrevention) },
      {
        key: 'Users may change their own password',
        value: policy.AllowUsersToChangePassword ? (
          <Status kind="success">All users</Status>
        ) : (
          'Only with iam:ChangePassword'
        ),
      },
    ],
  ]
}

function expiration({ MaxPasswordAge, HardExpiry }: Policy) {
  if (!MaxPasswordAge) return <Nothing>Never</Nothing>
  const age = `After ${MaxPasswordAge} ${MaxPasswordAge === 1 ? 'day' : 'days'}`
  return HardExpiry ? <Lines lines={[age, 'An administrator must reset it']} /> : age
}

function reuse(remembered: number | undefined) {
  if (!remembered) return 'Allowed'
  return remembered === 1 ? 'Not the last password' : `Not the last ${remembered} passwords`
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
