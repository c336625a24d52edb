import { describe, expect, it } from 'vitest'
import { badInput, noPolicyAllows, noSuchEntity } from '../testing/expected'
import { allow, labWith } from '../testing/lab'
import { createAccountAlias } from './create-account-alias'
import { deleteAccountAlias } from './delete-account-alias'
import { listAccountAliases } from './list-account-aliases'

const pattern = '^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$'

describe('the alias of an account', () => {
  it('is made, replaced, listed and taken away', async () => {
    const lab = await labWith({ ann: allow('iam:*AccountAlias*') })
    const ann = lab.as('ann')
    const [first, AccountAlias] = [`first-${lab.account}`, `second-${lab.account}`]
    expect(await ann.perform(listAccountAliases, {})).toEqual({ AccountAliases: [], IsTruncated: false })
    await ann.perform(createAccountAlias, { AccountAlias: first })
    await ann.perform(createAccountAlias, { AccountAlias })
    expect((await ann.perform(listAccountAliases, {})).AccountAliases).toEqual([AccountAlias])
    await expect(ann.perform(deleteAccountAlias, { AccountAlias: first })).rejects.toMatchObject(
      noSuchEntity(`The account alias ${first} cannot be found.`),
    )
    await ann.perform(deleteAccountAlias, { AccountAlias })
    expect((await ann.perform(listAccountAliases, {})).AccountAliases).toEqual([])
  })

  it('belongs to one account; the attempt leaves its event', async () => {
    const [lab, other] = [await labWith(), await labWith()]
    const AccountAlias = `ours-${lab.account}`
    await lab.root.perform(createAccountAlias, { AccountAlias })
    await expect(other.root.perform(createAccountAlias, { AccountAlias })).rejects.toMatchObject({
      code: 'EntityAlreadyExists',
      status: 409,
      message: `The account alias ${AccountAlias} already exists.`,
    })
    expect(await other.events()).toMatchObject([{ name: 'CreateAccountAlias', errorCode: 'EntityAlreadyExists' }])
    expect((await other.store().account.get()).alias).toBeNull()
    await lab.root.perform(deleteAccountAlias, { AccountAlias })
    await other.root.perform(createAccountAlias, { AccountAlias })
  })

  it('is refused without permission', async () => {
    const lab = await labWith({ ann: [] })
    const calls = [
      ['iam:CreateAccountAlias', () => lab.as('ann').perform(createAccountAlias, { AccountAlias: 'ours' })],
      ['iam:DeleteAccountAlias', () => lab.as('ann').perform(deleteAccountAlias, { AccountAlias: 'ours' })],
      ['iam:ListAccountAliases', () => lab.as('ann').perform(listAccountAliases, {})],
    ] as const
    for (const [action, call] of calls) {
      await expect(call()).rejects.toMatchObject(noPolicyAllows(lab.userArn('ann'), action, '*'))
    }
    expect((await lab.events()).map((event) => event.errorCode)).toEqual(Array(3).fill('AccessDenied'))
  })

  it.each([
    ['Ours', `Member must satisfy regular expression pattern: ${pattern}`],
    ['our--s', `Member must satisfy regular expression pattern: ${pattern}`],
    ['a'.repeat(64), 'Member must have length less than or equal to 63'],
    ['123456789012', 'Member must not be 12 digits'],
  ])('is not %s', async (AccountAlias, text) => {
    const lab = await labWith()
    const found = lab.root.perform(createAccountAlias, { AccountAlias })
    if (AccountAlias.length > 63) await expect(found).rejects.toMatchObject({ message: expect.stringContaining(text) })
    else await expect(found).rejects.toMatchObject(badInput('accountAlias', text))
  })
})
