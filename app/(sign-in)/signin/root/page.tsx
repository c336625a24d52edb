import type { Metadata } from 'next'
import { carried, keeping, type Search } from '../../_parts/address'
import { Ended } from '../../_parts/ended'
import { SignInForm } from '../../_parts/sign-in-form'
import { Ways } from '../../_parts/ways'
import { signInAsRoot } from '../actions'

export const metadata: Metadata = { title: 'Sign in as root user' }

export default async function RootSignInPage({ searchParams }: { searchParams: Search }) {
  const { returnTo, ended } = await carried(searchParams)
  return (
    <>
      <h1>Sign in as root user</h1>
      <p>with the e-mail address of the practice account</p>
      <SignInForm kind="root" action={signInAsRoot} returnTo={returnTo} notice={<Ended when={ended} />} />
      <Ways>
        <a href={keeping('/signin', returnTo, { another: '1' })}>Sign in as IAM user</a>
      </Ways>
    </>
  )
}
