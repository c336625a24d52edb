import 'server-only'
import { headers } from 'next/headers'
import { ask } from '@/app/door'
import { currentIdentity } from '@/lib/caller/current-identity'
import { listAccountAliases } from '@/lib/operations/iam/list-account-aliases'

/** Where the users of this account sign in: by the alias where the caller may see it, by the account ID always. */
export async function signInAddress(): Promise<string> {
  const aliases = await ask(listAccountAliases, {})
  return signInAddressOf(aliases.ok ? aliases.value.AccountAliases[0] : undefined)
}

/** The same for an alias that is known already. */
export async function signInAddressOf(alias: string | undefined): Promise<string> {
  return `${await signInBase()}${alias ?? (await currentIdentity()).accountId}`
}

/** What stands before an account's alias or ID. */
export async function signInBase(): Promise<string> {
  return `${await ownOrigin()}/signin/`
}

async function ownOrigin(): Promise<string> {
  const asked = await headers()
  const protocol = asked.get('x-forwarded-proto') ?? 'http'
  return `${protocol}://${asked.get('host') ?? 'localhost:3000'}`
}
