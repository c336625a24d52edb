import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { signedInOrRedirect } from '@/lib/caller/current-world'
import { carried, type Search } from '../_parts/address'
import { changeOwnPassword } from './actions'
import { ChangePasswordForm } from './change-password-form'

export const metadata: Metadata = { title: 'Change password' }

/** Stands between the sign-in and everything else while the password must be changed. */
export default async function ChangePasswordPage({ searchParams }: { searchParams: Search }) {
  const { returnTo } = await carried(searchParams)
  const { caller, account, mustChangePassword } = await signedInOrRedirect()
  if (!mustChangePassword || caller.kind !== 'user') redirect(returnTo)
  return (
    <>
      <h1>Choose a new password</h1>
      <p>You must change your password before you go on.</p>
      <dl className="sign-in-whose">
        <div>
          <dt>Account</dt>
          <dd>{account.alias ? `${account.alias} (${account.id})` : account.id}</dd>
        </div>
        <div>
          <dt>IAM username</dt>
          <dd>{caller.userName}</dd>
        </div>
      </dl>
      <ChangePasswordForm action={changeOwnPassword} userName={caller.userName} returnTo={returnTo} />
      <form method="post" action="/signout" className="sign-in-links">
        <button type="submit" className="sign-in-leave">
          Sign out
        </button>
      </form>
    </>
  )
}
