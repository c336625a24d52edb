import type { Metadata } from 'next'
import { rememberedAccount } from '@/lib/caller/remembered-account'
import { carried, keeping, type Search } from '../../_parts/address'
import { Ended } from '../../_parts/ended'
import { SignInForm } from '../../_parts/sign-in-form'
import { Ways } from '../../_parts/ways'
import { signInAsUser } from '../actions'

export const metadata: Metadata = { title: 'Sign in as IAM user' }

type Props = { params: Promise<{ account: string }>; searchParams: Search }

/** An account's own sign-in page. It looks the same whether or not there is such an account. */
export default async function AccountSignInPage({ params, searchParams }: Props) {
  const account = decodeURIComponent((await params).account).slice(0, 63)
  const { returnTo, ended } = await carried(searchParams)
  const remembered = await rememberedAccount()
  const userName = remembered?.account === account ? remembered.userName : ''
  return (
    <>
      <h1>Sign in as IAM user</h1>
      <p>
        to the practice account <b className="text-text">{account}</b>
      </p>
      <SignInForm
        kind="user"
        action={signInAsUser}
        account={account}
        name={userName}
        returnTo={returnTo}
        notice={<Ended when={ended} />}
      />
      <Ways>
        <a href={keeping('/signin/root', returnTo)}>Sign in using root user email</a>
        <a href={keeping('/signin', returnTo, { another: '1' })}>Use another account</a>
      </Ways>
    </>
  )
}
