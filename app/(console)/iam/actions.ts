'use server'

import { act } from '@/app/act'
import type { ActionResult } from '@/app/action-result'
import { createAccountAlias } from '@/lib/operations/iam/create-account-alias'
import { deleteAccountAlias } from '@/lib/operations/iam/delete-account-alias'

/** AWS: an account has one alias; a new one takes the place of the one before. */
export async function setAlias(AccountAlias: string): Promise<ActionResult> {
  return act(createAccountAlias, { AccountAlias }, { kind: 'success', title: `Account alias ${AccountAlias} set.` })
}

export async function removeAlias(AccountAlias: string): Promise<ActionResult> {
  const text = 'The sign-in URL has the account ID again.'
  return act(
    deleteAccountAlias,
    { AccountAlias },
    { kind: 'success', title: `Account alias ${AccountAlias} deleted.`, text },
  )
}
