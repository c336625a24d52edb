import { Refused } from '@/app/_parts/refused'
import { ask } from '@/app/door'
import type { Refusal } from '@/app/refusal'
import { DeniedCell } from '@/components/console/denial-box'
import { spacedAccountId } from '@/components/console/identity'
import { Card } from '@/components/ui/card'
import { Copyable } from '@/components/ui/copy-button'
import { KeyValues } from '@/components/ui/key-values'
import { Levels } from '@/components/ui/text'
import { currentIdentity } from '@/lib/caller/current-identity'
import { listAccountAliases } from '@/lib/operations/iam/list-account-aliases'
import { signInAddressOf, signInBase } from '../sign-in-address'
import { AliasLine } from './alias-line'

/** The account's ID, alias and door. Without the permission to see the alias the address has the ID. */
export async function AccountCard() {
  const { accountId } = await currentIdentity()
  const aliases = await ask(listAccountAliases, {})
  const alias = aliases.ok ? aliases.value.AccountAliases[0] : undefined
  const address = await signInAddressOf(alias)
  return (
    <Card title="Account">
      <KeyValues
        columns={[
          [
            {
              key: 'Account ID',
              value: (
                <Copyable text={accountId} what="Account ID">
                  {spacedAccountId(accountId)}
                </Copyable>
              ),
            },
            {
              key: 'Account alias',
              value: aliases.ok ? (
                <AliasLine alias={alias} base={await signInBase()} />
              ) : (
                <DeniedAlias refusal={aliases.refusal} />
              ),
            },
            {
              key: 'Sign-in URL for IAM users in this account',
              value: (
                <Copyable text={address} what="Sign-in URL">
                  <a className="inline-link" href={address}>
                    <Levels>{address}</Levels>
                  </a>
                </Copyable>
              ),
            },
          ],
        ]}
      />
    </Card>
  )
}

function DeniedAlias({ refusal }: { refusal: Refusal }) {
  return refusal.denial ? <DeniedCell denial={refusal.denial} /> : <Refused refusal={refusal} />
}
