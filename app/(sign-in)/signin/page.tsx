import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/form-field'
import { Input } from '@/components/ui/input'
import { accountName } from '@/lib/caller/account-name'
import { rememberedAccount } from '@/lib/caller/remembered-account'
import { carried, keeping, type Search } from '../_parts/address'
import { Ended } from '../_parts/ended'

export const metadata: Metadata = { title: 'Sign in' }

/** Root user or IAM user? A plain form that leads to one of the two, or straight on to the account of last time. */
export default async function ChooserPage({ searchParams }: { searchParams: Search }) {
  const { returnTo, ended, as, account, another } = await carried(searchParams)
  if (as === 'root') redirect(keeping('/signin/root', returnTo))
  const name = accountName(account)
  if (as === 'user' && name !== null) redirect(keeping(`/signin/${name}`, returnTo))
  const remembered = await rememberedAccount()
  if (remembered && !another && as === undefined)
    redirect(keeping(`/signin/${remembered.account}`, returnTo, ended ? { session: 'ended' } : {}))

  const wrong = as === 'user' ? 'Enter the 12 digits of an account ID, or an account alias' : undefined
  return (
    <>
      <h1>Sign in</h1>
      <p>to a practice account</p>
      <form action="/signin" className="sign-in-form">
        <Ended when={ended} />
        {returnTo !== '/' && <input type="hidden" name="return" value={returnTo} />}
        <fieldset className="sign-in-kinds">
          <legend className="sr-only">Kind of user</legend>
          <Kind value="user" title="IAM user" text="Works in an account with the permissions that its policies give." />
          <Kind value="root" title="Root user" text="Owns the account and may do everything in it." />
        </fieldset>
        <Field label="Account ID (12 digits) or alias" error={wrong}>
          <Input
            large
            name="account"
            maxLength={63}
            autoComplete="organization"
            autoCapitalize="none"
            spellCheck={false}
            defaultValue={account || remembered?.account}
            autoFocus
          />
        </Field>
        <Button type="submit" variant="primary" size="large" wide>
          Next
        </Button>
      </form>
    </>
  )
}

function Kind({ value, title, text }: { value: 'user' | 'root'; title: string; text: string }) {
  return (
    <label className="tile">
      <input type="radio" name="as" value={value} className="dot" defaultChecked={value === 'user'} />
      <span>
        <span className="tile-title">{title}</span>
        <span className="tile-text">{text}</span>
      </span>
    </label>
  )
}
