import 'server-only'
import { cookies } from 'next/headers'
import { accountName } from './account-name'

const cookie = { name: 'iam-dojo.account', path: '/signin' }
const year = 365 * 24 * 60 * 60

export type RememberedAccount = { account: string; userName: string }

/** The account of last time, where "Remember this account" was ticked. */
export async function rememberedAccount(): Promise<RememberedAccount | null> {
  const [typed = '', userName = ''] = ((await cookies()).get(cookie.name)?.value ?? '').split('/')
  const account = accountName(typed)
  return account === null ? null : { account, userName }
}

/** Remembers for a year, or forgets with null. */
export async function rememberAccount(remembered: RememberedAccount | null) {
  const jar = await cookies()
  if (!remembered) jar.delete(cookie)
  else
    jar.set({
      ...cookie,
      value: `${remembered.account}/${remembered.userName}`,
      httpOnly: true,
      sameSite: 'lax',
      maxAge: year,
    })
}
