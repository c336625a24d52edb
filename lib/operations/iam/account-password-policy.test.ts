import { describe, expect, it } from 'vitest'
import { badInput, noPolicyAllows, noSuchEntity } from '../testing/expected'
import { allow, labWith } from '../testing/lab'
import { deleteAccountPasswordPolicy } from './delete-account-password-policy'
import { getAccountPasswordPolicy } from './get-account-password-policy'
import { updateAccountPasswordPolicy } from './update-account-password-policy'

const defaults = {
  MinimumPasswordLength: 6,
  RequireSymbols: false,
  RequireNumbers: false,
  RequireUppercaseCharacters: false,
  RequireLowercaseCharacters: false,
  AllowUsersToChangePassword: false,
  ExpirePasswords: false,
}

describe('the password policy of an account', () => {
  it('is set as a whole: what is left out goes back to its default', async () => {
    const lab = await labWith({ ann: allow(['iam:*AccountPasswordPolicy']) })
    const ann = lab.as('ann')
    await ann.perform(updateAccountPasswordPolicy, {
      MinimumPasswordLength: 14,
      RequireSymbols: true,
      MaxPasswordAge: 90,
      PasswordReusePrevention: 24,
      HardExpiry: false,
    })
    expect(await ann.perform(getAccountPasswordPolicy, {})).toEqual({
      PasswordPolicy: {
        ...defaults,
        MinimumPasswordLength: 14,
        RequireSymbols: true,
        ExpirePasswords: true,
        MaxPasswordAge: 90,
        PasswordReusePrevention: 24,
        HardExpiry: false,
      },
    })
    await ann.perform(updateAccountPasswordPolicy, {})
    expect(await ann.perform(getAccountPasswordPolicy, {})).toEqual({ PasswordPolicy: defaults })
  })

  it('takes what the wire sends: numbers and booleans as text', async () => {
    const lab = await labWith()
    const input = { MinimumPasswordLength: '8', RequireNumbers: 'true', RequireSymbols: 'false' } as object
    await lab.root.perform(updateAccountPasswordPolicy, input)
    const { PasswordPolicy } = await lab.root.perform(getAccountPasswordPolicy, {})
    expect(PasswordPolicy).toEqual({ ...defaults, MinimumPasswordLength: 8, RequireNumbers: true })
  })

  it('may not be there; deleting goes back to the default rules', async () => {
    const lab = await labWith()
    const none = noSuchEntity(`The Password Policy with domain name ${lab.account} cannot be found.`)
    await expect(lab.root.perform(getAccountPasswordPolicy, {})).rejects.toMatchObject(none)
    await expect(lab.root.perform(deleteAccountPasswordPolicy, {})).rejects.toMatchObject(
      noSuchEntity('The account policy with name PasswordPolicy cannot be found.'),
    )
    await lab.root.perform(updateAccountPasswordPolicy, {})
    await lab.root.perform(deleteAccountPasswordPolicy, {})
    await expect(lab.root.perform(getAccountPasswordPolicy, {})).rejects.toMatchObject(none)
  })

  it('is read by every user who may change passwords by it, and by nobody else without permission', async () => {
    const lab = await labWith({ ann: [] })
    const calls = [
      ['iam:GetAccountPasswordPolicy', () => lab.as('ann').perform(getAccountPasswordPolicy, {})],
      ['iam:UpdateAccountPasswordPolicy', () => lab.as('ann').perform(updateAccountPasswordPolicy, {})],
      ['iam:DeleteAccountPasswordPolicy', () => lab.as('ann').perform(deleteAccountPasswordPolicy, {})],
    ] as const
    for (const [action, call] of calls) {
      await expect(call()).rejects.toMatchObject(noPolicyAllows(lab.userArn('ann'), action, '*'))
    }
    expect((await lab.events()).map((event) => event.errorCode)).toEqual(Array(3).fill('AccessDenied'))
    await lab.root.perform(updateAccountPasswordPolicy, { AllowUsersToChangePassword: true })
    const { PasswordPolicy } = await lab.as('ann').perform(getAccountPasswordPolicy, {})
    expect(PasswordPolicy.AllowUsersToChangePassword).toBe(true)
  })

  it.each([
    [{ MinimumPasswordLength: 5 }, 'minimumPasswordLength', 'Member must have value greater than or equal to 6'],
    [{ MinimumPasswordLength: 129 }, 'minimumPasswordLength', 'Member must have value less than or equal to 128'],
    [{ MaxPasswordAge: 0 }, 'maxPasswordAge', 'Member must have value greater than or equal to 1'],
    [{ MaxPasswordAge: 1096 }, 'maxPasswordAge', 'Member must have value less than or equal to 1095'],
    [{ PasswordReusePrevention: 25 }, 'passwordReusePrevention', 'Member must have value less than or equal to 24'],
    [{ RequireSymbols: 'yes' as never }, 'requireSymbols', 'Member must be a boolean'],
  ])('does not take %o', async (input, place, text) => {
    const lab = await labWith()
    await expect(lab.root.perform(updateAccountPasswordPolicy, input)).rejects.toMatchObject(badInput(place, text))
  })
})
